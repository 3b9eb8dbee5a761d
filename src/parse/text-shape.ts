import { once } from '../text/once.ts';

/** What one line looks like. Counts are of its first `SHAPE_REACH` code units; words of the rest are estimated. */
export interface Shape {
  /** Runs of characters between white space; two ideographs count as a word. */
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
  /** The line ends as sentences do. */
  readonly closed: boolean;
}

/** No decision about a line looks further than this. */
export const SHAPE_REACH = 120;
/** Code units a word in the part of a line that is not looked at. */
const ESTIMATED_WORD = 8;
/** Chinese and Japanese words are about two characters long. */
const WIDE_LETTERS_A_WORD = 2;

/** Kinds of code units; 0 is one not yet looked up. */
const KIND = { other: 1, space: 2, tab: 3, lower: 4, upper: 5, digit: 6, symbol: 7, pipe: 8, comma: 9, wide: 10 };
/** Four counters to a number, a byte each: no count can pass `SHAPE_REACH`. */
const BYTE = 8;
const LETTERS = [0, 0, 0, 0, 1, 1 + (1 << BYTE), 1 << (2 * BYTE), 1 << (3 * BYTE), 0, 0, 1];
const MARKS = [0, 0, 0, 1, 0, 0, 0, 0, 1 << BYTE, 1 << (2 * BYTE), 1 << (3 * BYTE)];

/** Measures the trimmed line `text.slice(start, end)` in one pass. */
export function measureShape(text: string, start: number, end: number): Shape {
  const { kinds, classify } = kindTable();
  const reach = Math.min(end, start + SHAPE_REACH);
  let letters = 0;
  let marks = 0;
  let words = 0;
  let capitals = 0;
  let gaps = 0;
  let spaces = 1;
  for (let at = start; at < reach; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kinds[code] || classify(code);
    letters += LETTERS[kind] as number;
    marks += MARKS[kind] as number;
    if (kind === KIND.space) spaces += 1;
    else if (kind === KIND.tab) spaces += 2;
    else if (spaces > 0) {
      words += 1;
      if (kind === KIND.upper) capitals += 1;
      if (spaces > 1) gaps += 1;
      spaces = 0;
    }
  }
  const wide = counter(marks, 3);
  const last = lastOf(text, start, end);
  return {
    words: words + ((wide / WIDE_LETTERS_A_WORD + (end - reach) / ESTIMATED_WORD) | 0),
    capitals,
    letters: counter(letters, 0),
    upper: counter(letters, 1),
    digits: counter(letters, 2),
    symbols: counter(letters, 3),
    gaps,
    tabs: counter(marks, 0),
    pipes: counter(marks, 1),
    commas: counter(marks, 2),
    last,
    closed: SENTENCE_ENDS.includes(last),
  };
}

function counter(packed: number, index: number): number {
  return (packed >>> (index * BYTE)) & 0xff;
}

const SYMBOLS = '{}[]<>=;_\\/&$#@^~`+*%';
const CLOSERS = '"\'”’»)]}*_›」』）】';
const SENTENCE_ENDS = '.!?…。！？｡।؟։';
const CODE_UNITS = 0x10000;
const FIRST_WIDE = 0x2e80;
const FIRST_SURROGATE = 0xd800;
const DIGIT = /\d/;

/** Kinds of all code units, made when first met. */
const kindTable = once(() => {
  const kinds = new Uint8Array(CODE_UNITS);
  const classify = (code: number): number => {
    const kind = classifyUnit(String.fromCharCode(code), code);
    kinds[code] = kind;
    return kind;
  };
  return { kinds, classify };
});

const MARK_KINDS: ReadonlyMap<string, number> = new Map([
  [' ', KIND.space],
  ['\u00a0', KIND.space],
  ['\u3000', KIND.space],
  ['\t', KIND.tab],
  ['|', KIND.pipe],
  [',', KIND.comma],
]);

function classifyUnit(unit: string, code: number): number {
  const mark = MARK_KINDS.get(unit);
  if (mark !== undefined) return mark;
  if (DIGIT.test(unit)) return KIND.digit;
  if (SYMBOLS.includes(unit)) return KIND.symbol;
  if (code >= FIRST_WIDE && code < FIRST_SURROGATE) return KIND.wide;
  if (unit !== unit.toLowerCase()) return KIND.upper;
  return /\p{L}/u.test(unit) ? KIND.lower : KIND.other;
}

function lastOf(text: string, start: number, end: number): string {
  let at = end - 1;
  while (at > start && CLOSERS.includes(text.charAt(at))) at -= 1;
  return text.charAt(at);
}

/** The line ends as sentences do. */
export function endsSentence(shape: Shape): boolean {
  return shape.closed;
}

const MOST_WORDS_A_CELL = 4;

/** The line parts cells by tabs, pipes or stretches of spaces; the double spaces of justified prose do not. */
export function looksTabular({ words, gaps, tabs, pipes }: Shape): boolean {
  return tabs > 0 || pipes > 1 || (gaps > 1 && words <= (gaps + 1) * MOST_WORDS_A_CELL);
}
