import type { Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { Assembly } from './assembly.ts';
import { limitDepth, MOST_DEPTH } from './html-depth.ts';
import { elementTable, elementTableWithNoscript } from './html-elements.ts';
import { EvidenceReader } from './html-evidence.ts';
import { readHead } from './html-head.ts';
import { readShallowTree, readTree } from './html-parser.ts';
import { hideEndless } from './html-readable.ts';
import { findDataTables } from './html-tables.ts';
import { type HtmlTree, walkTree } from './html-tree.ts';
import { HtmlWriter } from './html-writer.ts';

/** HTML as a browser would show it without style sheets: markup removed, white space collapsed, references decoded. */
export function parseHtml(source: Source): Document {
  const page = { source, ...readPage(hideEndless(source.text)) };
  const document = writePage(page, 'without');
  return document.blocks.length > 0 ? document : writePage(page, 'with');
}

/** Few pages are nested too deep, and to read one shows it sooner than to count its tags would. */
function readPage(text: string): Omit<Page, 'source'> {
  const tree = readShallowTree(text, MOST_DEPTH);
  if (tree !== undefined) return { readable: text, tree };
  const readable = limitDepth(text);
  return { readable, tree: readTree(readable) };
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
