import type { Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { Assembly } from './assembly.ts';
import { elementTable, elementTableWithNoscript } from './html-elements.ts';
import { EvidenceReader } from './html-evidence.ts';
import { readHead } from './html-head.ts';
import { readTree } from './html-parser.ts';
import { makeReadable } from './html-readable.ts';
import { findDataTables } from './html-tables.ts';
import { type HtmlTree, walkTree } from './html-tree.ts';
import { HtmlWriter } from './html-writer.ts';

/** HTML as a browser would show it without style sheets: markup removed, white space collapsed, references decoded. */
export function parseHtml(source: Source): Document {
  const readable = makeReadable(source.text);
  const page = { source, readable, tree: readTree(readable) };
  const document = writePage(page, 'without');
  return document.blocks.length > 0 ? document : writePage(page, 'with');
}

interface Page {
  readonly source: Source;
  readonly readable: string;
  readonly tree: HtmlTree;
}

/** `<noscript>` is no text of the page, unless it is all the page has: "please enable JavaScript". */
function writePage({ source, readable, tree }: Page, noscript: 'with' | 'without'): Document {
  const assembly = new Assembly(source);
  const elements = noscript === 'without' ? elementTable() : elementTableWithNoscript();
  const dataTables = findDataTables(tree);
  const evidence = new EvidenceReader(tree);
  const writer = new HtmlWriter({ assembly, setting: { tree, elements, dataTables }, evidence, readable });
  walkTree(tree, writer);
  writer.finish();
  const head = readHead(tree);
  const language = head.language === undefined ? {} : { declaredLanguage: head.language };
  return assembly.finish(Object.keys(head).length > 0 ? { ...language, head } : language);
}
