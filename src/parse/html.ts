import type { Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { Assembly } from './assembly.ts';
import { type HtmlNode, readHtml, walkHtml } from './html-dom.ts';
import { elementTable, elementTableWithNoscript } from './html-elements.ts';
import { EvidenceReader } from './html-evidence.ts';
import { readHead } from './html-head.ts';
import { makeReadable } from './html-readable.ts';
import { findDataTables } from './html-tables.ts';
import { HtmlWriter } from './html-writer.ts';

/** HTML as a browser would show it without style sheets: markup removed, white space collapsed, references decoded. */
export function parseHtml(source: Source): Document {
  const readable = makeReadable(source.text);
  const root = readHtml(readable);
  const page = { source, readable, root };
  const document = writePage(page, 'without');
  return document.blocks.length > 0 ? document : writePage(page, 'with');
}

interface Page {
  readonly source: Source;
  readonly readable: string;
  readonly root: HtmlNode;
}

/** `<noscript>` is no text of the page, unless it is all the page has: "please enable JavaScript". */
function writePage({ source, readable, root }: Page, noscript: 'with' | 'without'): Document {
  const assembly = new Assembly(source);
  const elements = noscript === 'without' ? elementTable() : elementTableWithNoscript();
  const dataTables = findDataTables(root);
  const evidence = new EvidenceReader();
  const writer = new HtmlWriter(root, { assembly, setting: { elements, dataTables }, evidence, readable });
  walkHtml(root, writer);
  writer.finish();
  const head = readHead(root);
  const language = head.language === undefined ? {} : { declaredLanguage: head.language };
  return assembly.finish(Object.keys(head).length > 0 ? { ...language, head } : language);
}
