import type { Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { parseText } from './text.ts';

/** Source → Document: blocks in order, never overlapping, with exact offsets. Never throws, whatever the text. */
export function parse(source: Source): Document {
  return parseText(source);
}
