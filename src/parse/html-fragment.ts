import type { Span } from '../model/span.ts';
import type { Assembly } from './assembly.ts';
import { readHtml, walkHtml } from './html-dom.ts';
import { elementTable } from './html-elements.ts';
import { makeReadable } from './html-readable.ts';
import { findDataTables } from './html-tables.ts';
import { HtmlWriter } from './html-writer.ts';

/** Adds the blocks of a piece of HTML that stands inside another text. */
export function writeFragment(assembly: Assembly, source: string, { start, end }: Span): void {
  const fragment = source.slice(start, end);
  const tame = makeReadable(fragment);
  const readable = tame === fragment ? source : source.slice(0, start) + tame + source.slice(end);
  const root = readHtml(tame, start);
  const setting = { elements: elementTable(), dataTables: findDataTables(root) };
  const writer = new HtmlWriter(root, { assembly, setting, readable });
  walkHtml(root, writer);
  writer.finish();
}
