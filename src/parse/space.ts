const TAB = 9;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** White space as `\s` knows it: what `String.prototype.trim` removes. */
export function isSpace(code: number): boolean {
  if (code <= SPACE) return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN);
  return code >= 0xa0 && isWideSpace(code);
}

function isWideSpace(code: number): boolean {
  if (code === 0xa0 || code === 0xfeff) return true;
  if (code < 0x1680 || code > 0x3000) return false;
  return (code >= 0x2000 && code <= 0x200a) || OTHER_SPACES.includes(code);
}

const OTHER_SPACES: readonly number[] = [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];

/** The range without the white space at its ends; empty when there is nothing else. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let first = start;
  let last = end;
  while (first < last && isSpace(text.charCodeAt(first))) first += 1;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last -= 1;
  return { start: first, end: last };
}

export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
