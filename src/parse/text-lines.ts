import type { Span } from '../model/span.ts';
import { isSpace } from './space.ts';
import { measureShape } from './text-shape.ts';
import type { Shape } from './text-shape.ts';

/** A non-blank line of a plain text, trimmed of white space. */
export interface Line extends Span {
  /** Columns of white space before it, a tab counting four. */
  readonly indent: number;
  /** A blank line, or the beginning of the text, stands before it. */
  readonly spaced: boolean;
  readonly shape: Shape;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const TAB = 9;
const TAB_COLUMNS = 4;

/** The non-blank lines of a text. Lines end at `\n`, `\r\n` or `\r`. */
export function scanLines(text: string): Line[] {
  const lines: Line[] = [];
  let spaced = true;
  let begin = 0;
  let nextReturn = text.indexOf('\r');
  while (begin < text.length) {
    let stop = text.indexOf('\n', begin);
    if (stop < 0) stop = text.length;
    if (nextReturn >= 0 && nextReturn < begin) nextReturn = text.indexOf('\r', begin);
    if (nextReturn >= 0 && nextReturn < stop) stop = nextReturn;
    const line = trimLine(text, { start: begin, end: stop }, spaced);
    if (line !== undefined) lines.push(line);
    spaced = line === undefined;
    begin = stop + 1;
    if (text.charCodeAt(stop) === CARRIAGE_RETURN && text.charCodeAt(begin) === LINE_FEED) begin += 1;
  }
  return lines;
}

function trimLine(text: string, { start: begin, end: stop }: Span, spaced: boolean): Line | undefined {
  let start = begin;
  let indent = 0;
  while (start < stop && isSpace(text.charCodeAt(start))) {
    indent += text.charCodeAt(start) === TAB ? TAB_COLUMNS : 1;
    start += 1;
  }
  if (start === stop) return undefined;
  let end = stop;
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end, indent, spaced, shape: measureShape(text, start, end) };
}
