/** Text as Python sees it: code points, its white space and its line ends. The published filters are defined over these. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[${SPACE}]+`, 'u');
const LEADING = new RegExp(`^[${SPACE}]+`, 'u');
const TRAILING = new RegExp(`[${SPACE}]+$`, 'u');
// oxlint-disable-next-line no-control-regex -- Python ends lines at these as well
const LINE_ENDS = /\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]/u;
const PIECES = new RegExp(`[\\p{L}\\p{N}_]+|[^\\p{L}\\p{N}_${SPACE}]+`, 'gu');

/** Number of code points, `len()`. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) length -= 1;
  }
  return length;
}

export function sumOfLengths(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + lengthOf(word), 0);
}

/** `str.split()`. */
export function splitWords(text: string): string[] {
  return text.split(SPACES).filter((word) => word !== '');
}

/** `\w+|[^\w\s]+`: words, and runs of punctuation as words of their own. */
export function splitPieces(text: string): string[] {
  return text.match(PIECES) ?? [];
}

/** `str.splitlines()`: no empty last line. */
export function splitLines(text: string): string[] {
  const lines = text.split(LINE_ENDS);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

export function strip(text: string): string {
  return stripEnd(stripStart(text));
}

export function stripStart(text: string): string {
  return text.replace(LEADING, '');
}

export function stripEnd(text: string): string {
  return text.replace(TRAILING, '');
}

export function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

export function hasLetter(word: string): boolean {
  return /\p{L}/u.test(word);
}

/** `str.isupper()`. */
export function isUpper(word: string): boolean {
  return /\p{Uppercase}/u.test(word) && !/[\p{Lowercase}\p{Lt}]/u.test(word);
}

export function shareOf<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

export function endsWithAny(text: string, marks: readonly string[]): boolean {
  return marks.some((mark) => text.endsWith(mark));
}

export function startsWithAny(text: string, marks: readonly string[]): boolean {
  return marks.some((mark) => text.startsWith(mark));
}
