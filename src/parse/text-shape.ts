/** What one line looks like; counts stop at `SHAPE_REACH` code units, where no decision depends on them any more. */
export interface Shape {
  /** Runs of characters between white space. */
  readonly words: number;
  /** Words that begin with an upper-case letter. */
  readonly capitals: number;
  readonly letters: number;
  readonly upper: number;
  readonly digits: number;
  /** Characters that programs use and prose does not. */
  readonly symbols: number;
  /** Tabs and stretches of two or more spaces between words. */
  readonly gaps: number;
  readonly tabs: number;
  readonly pipes: number;
  readonly commas: number;
  /** The last character before closing quotation marks and brackets. */
  readonly last: string;
}

/** Longer lines are prose by their length alone. */
export const SHAPE_REACH = 240;

const CLASS = {
  other: 0,
  space: 1,
  tab: 2,
  lower: 3,
  upper: 4,
  digit: 5,
  symbol: 6,
  pipe: 7,
  comma: 8,
  wide: 9,
} as const;
const SYMBOLS = '{}[]<>=;_\\/&$#@^~`+*%';
const CLOSERS = '"\'”’»)]}*_›」』）】';
const ASCII_END = 128;
const FIRST_WIDE = 0x2e80;

/** Measures the trimmed line `text.slice(start, end)` in one pass. */
export function measureShape(text: string, start: number, end: number): Shape {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const reach = Math.min(end, start + SHAPE_REACH);
  let words = 0;
  let capitals = 0;
  let gaps = 0;
  let spaces = 1;
  for (let at = start; at < reach; at += 1) {
    const kind = classify(text, at);
    counts[kind] = (counts[kind] as number) + 1;
    if (kind === CLASS.space) spaces += 1;
    else if (kind === CLASS.tab) spaces += 2;
    else if (spaces > 0) {
      words += 1;
      if (kind === CLASS.upper) capitals += 1;
      if (spaces > 1) gaps += 1;
      spaces = 0;
    }
  }
  const wide = counts[CLASS.wide] as number;
  const upper = counts[CLASS.upper] as number;
  return {
    words: words + ((wide / WIDE_LETTERS_A_WORD) | 0),
    capitals,
    letters: upper + (counts[CLASS.lower] as number) + wide,
    upper,
    digits: counts[CLASS.digit] as number,
    symbols: counts[CLASS.symbol] as number,
    gaps,
    tabs: counts[CLASS.tab] as number,
    pipes: counts[CLASS.pipe] as number,
    commas: counts[CLASS.comma] as number,
    last: lastOf(text, start, end),
  };
}

/** Chinese and Japanese words are about two characters long. */
const WIDE_LETTERS_A_WORD = 2;

function classify(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return CLASS.lower;
  if (code === 32) return CLASS.space;
  if (code >= 65 && code <= 90) return CLASS.upper;
  return code < ASCII_END ? classifyMark(text, at, code) : classifyWide(text, at, code);
}

function classifyMark(text: string, at: number, code: number): number {
  if (code >= 48 && code <= 57) return CLASS.digit;
  if (code === 44) return CLASS.comma;
  if (code === 9) return CLASS.tab;
  if (code === 124) return CLASS.pipe;
  return SYMBOLS.includes(text.charAt(at)) ? CLASS.symbol : CLASS.other;
}

function classifyWide(text: string, at: number, code: number): number {
  if (code === 0xa0 || code === 0x3000) return CLASS.space;
  if (code >= FIRST_WIDE && code < 0xd800) return CLASS.wide;
  if (code >= 0x2000 && code <= 0x206f) return CLASS.other;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase() ? CLASS.upper : CLASS.lower;
}

function lastOf(text: string, start: number, end: number): string {
  let at = end - 1;
  while (at > start && CLOSERS.includes(text.charAt(at))) at -= 1;
  return text.charAt(at);
}

const SENTENCE_ENDS = '.!?…。！？｡।؟։።';

/** The line ends as sentences do. */
export function endsSentence(shape: Shape): boolean {
  return SENTENCE_ENDS.includes(shape.last);
}
