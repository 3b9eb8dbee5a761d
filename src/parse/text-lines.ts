import type { Span } from '../model/span.ts';
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
const SPACE = 32;
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
    const line = trimLine(text, begin, stop);
    if (line === undefined) spaced = true;
    else {
      lines.push({ ...line, spaced });
      spaced = false;
    }
    begin = stop + 1;
    if (text.charCodeAt(stop) === CARRIAGE_RETURN && text.charCodeAt(begin) === LINE_FEED) begin += 1;
  }
  return lines;
}

function trimLine(text: string, begin: number, stop: number): Omit<Line, 'spaced'> | undefined {
  let start = begin;
  let indent = 0;
  while (start < stop && isSpace(text.charCodeAt(start))) {
    indent += text.charCodeAt(start) === TAB ? TAB_COLUMNS : 1;
    start += 1;
  }
  if (start === stop) return undefined;
  let end = stop;
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end, indent, shape: measureShape(text, start, end) };
}

/** White space as `\s` knows it: what `String.prototype.trim` removes. */
export function isSpace(code: number): boolean {
  if (code <= SPACE) return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN);
  return code >= 0xa0 && isWideSpace(code);
}

function isWideSpace(code: number): boolean {
  if (code === 0xa0 || code === 0xfeff) return true;
  return code >= 0x1680 && OTHER_SPACES.includes(code);
}

const OTHER_SPACES: readonly number[] = [
  0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029,
  0x202f, 0x205f, 0x3000,
];
