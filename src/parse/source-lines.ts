const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export interface LineEnd {
  /** Where the line's text ends. */
  readonly end: number;
  /** Where the next line begins; the same as `end` when no line break was found. */
  readonly next: number;
}

/** The first line break (`\n`, `\r\n` or `\r`) in a range of the source. */
export function lineEnd(source: string, from: number, to: number): LineEnd {
  let end = from;
  while (end < to && !isLineBreak(source.charCodeAt(end))) end += 1;
  if (end === to) return { end, next: end };
  const pair = source.charCodeAt(end) === CARRIAGE_RETURN && source.charCodeAt(end + 1) === LINE_FEED && end + 2 <= to;
  return { end, next: end + (pair ? 2 : 1) };
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Whether a line of nothing but white space and quotation marks of Markdown lies in a range of the source. */
export function hasBlankLine(source: string, from: number, to: number): boolean {
  let line = lineEnd(source, from, to);
  while (line.next > line.end) {
    const { next } = line;
    line = lineEnd(source, next, to);
    if (line.next > line.end && isMargin(source, next, line.end)) return true;
  }
  return false;
}

function isMargin(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!' \t>'.includes(source.charAt(at))) return false;
  return true;
}

/** Without the white space before a line break, and without the backslash that makes it a hard one in Markdown. */
export function contentEnd(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && ' \t'.includes(source.charAt(end - 1))) end -= 1;
  return end === to && source.charAt(end - 1) === '\\' ? Math.max(from, end - 1) : end;
}

/** Like `indexOf`, but never looks beyond a range: a search to the end of the text for each line would take quadratic time. */
export function findWithin(source: string, sought: string, range: { start: number; end: number }): number {
  const found = source.slice(range.start, range.end).indexOf(sought);
  return found < 0 ? -1 : range.start + found;
}
