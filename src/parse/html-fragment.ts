import type { Span } from '../model/span.ts';
import type { Assembly } from './assembly.ts';
import { elementTable } from './html-elements.ts';
import { readTree } from './html-parser.ts';
import { makeReadable } from './html-readable.ts';
import { findDataTables } from './html-tables.ts';
import { walkTree } from './html-tree.ts';
import { HtmlWriter } from './html-writer.ts';

/** Adds the blocks of a piece of HTML that stands inside another text. */
export function writeFragment(assembly: Assembly, source: string, { start, end }: Span): void {
  const fragment = source.slice(start, end);
  const tame = makeReadable(fragment);
  const readable = tame === fragment ? source : source.slice(0, start) + tame + source.slice(end);
  const tree = readTree(tame, start);
  const setting = { tree, elements: elementTable(), dataTables: findDataTables(tree) };
  const writer = new HtmlWriter({ assembly, setting, readable });
  walkTree(tree, writer);
  writer.finish();
}
