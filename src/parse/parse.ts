import type { Document } from '../model/document.ts';
import type { Format, Source } from '../model/source.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { parseText } from './text.ts';

const PARSERS: Readonly<Record<Format, (source: Source) => Document>> = {
  text: parseText,
  markdown: parseMarkdown,
  html: parseHtml,
};

/** Source → Document: blocks in order, never overlapping, with exact offsets. Never throws, whatever the text. */
export function parse(source: Source): Document {
  return PARSERS[source.format](source);
}
