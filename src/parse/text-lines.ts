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
  const findEnd = text.includes('\r') ? findAnyEnd : findLineFeed;
  let spaced = true;
  let begin = 0;
  while (begin < text.length) {
    const stop = findEnd(text, begin);
    const line = trimLine(text, { begin, stop, spaced });
    spaced = line === undefined;
    if (line !== undefined) lines.push(line);
    begin = stop + 1;
  }
  return lines;
}

function findLineFeed(text: string, begin: number): number {
  const stop = text.indexOf('\n', begin);
  return stop < 0 ? text.length : stop;
}

/** At `\r\n` the line feed, so that the pair counts once; the carriage return before it is trimmed. */
function findAnyEnd(text: string, begin: number): number {
  for (let at = begin; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) return at;
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED) return at;
  }
  return text.length;
}

function trimLine(text: string, range: { begin: number; stop: number; spaced: boolean }): Line | undefined {
  const { begin, stop, spaced } = range;
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
