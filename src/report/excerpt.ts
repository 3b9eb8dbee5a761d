/** Longest excerpt that is shown whole, in code units. */
const LONGEST = 160;
const HEAD = 110;
const TAIL = 48;

/** The text of a span; a long one keeps its head and tail around `…`. Never cuts a surrogate pair. */
export function excerptOf(text: string, start: number, end: number): string {
  if (end - start <= LONGEST) return text.slice(start, end);
  const headEnd = wholeBefore(text, start + HEAD);
  const tailStart = wholeAfter(text, end - TAIL);
  return `${text.slice(start, headEnd)}…${text.slice(tailStart, end)}`;
}

/** The nearest offset at or before `offset` that does not cut a surrogate pair. */
export function wholeBefore(text: string, offset: number): number {
  return cutsPair(text, offset) ? offset - 1 : offset;
}

/** The nearest offset at or after `offset` that does not cut a surrogate pair. */
export function wholeAfter(text: string, offset: number): number {
  return cutsPair(text, offset) ? offset + 1 : offset;
}

function cutsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
