import type { Document } from '../../src/model/document.ts';
import type { Format } from '../../src/model/source.ts';
import { toSource } from '../../src/parse/offset-map.ts';
import { parse } from '../../src/parse/parse.ts';

/** What tests of a parser look at, for texts of one format. */
export interface Describer {
  read(text: string): Document;
  /** The text of each block. */
  blocks(text: string): string[];
  /** The same with its kind, its container and its level. */
  described(text: string): string[];
  inlines(text: string): string[];
  /** What stands in the source where each block does. */
  sources(text: string): string[];
}

export function describerOf(format: Format): Describer {
  const read = (text: string) => parse({ id: 'a', text, format });
  return {
    read,
    blocks(text) {
      const document = read(text);
      return document.blocks.map(({ start, end }) => document.text.slice(start, end));
    },
    described(text) {
      const document = read(text);
      return document.blocks.map(
        ({ kind, container, level, start, end }) =>
          `${kind}/${container}${level === undefined ? '' : level}: ${document.text.slice(start, end)}`,
      );
    },
    inlines(text) {
      const document = read(text);
      return document.inlines.map(
        ({ kind, start, end, href }) =>
          `${kind}: ${document.text.slice(start, end)}${href === undefined ? '' : ` → ${href}`}`,
      );
    },
    sources(text) {
      const document = read(text);
      return document.blocks.map((block) => {
        const span = toSource(document, block);
        return text.slice(span.start, span.end);
      });
    },
  };
}
