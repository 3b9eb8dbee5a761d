import type { Span } from '../model/span.ts';

const ENDS = new Set([0x2e, 0x21, 0x3f, 0x2026, 0x3002, 0xff01, 0xff1f, 0x0964, 0x061f, 0x06d4]);
/** End marks of scripts that write no space behind them. */
const FULL_ENDS = new Set([0x3002, 0xff01, 0xff1f]);
const CLOSERS = new Set([0x22, 0x27, 0x29, 0x5d, 0xbb, 0x2019, 0x201d, 0x300d, 0x300f, 0xff09]);
const FULL_STOP = 0x2e;
const LONGEST_ABBREVIATION = 12;

const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof st sr jr vs etc inc ltd co corp gen col lt sgt capt sen rep gov rev hon no nos vol vols fig figs eq
  p pp ch sec art ed eds al approx est dept univ assn bros ph.d m.d b.a m.a d.c u.s u.k u.n e.u a.m p.m i.e e.g cf ca
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun bzw usw z.b d.h u.a nr str hr fr bd s
  m mme mlle av bd p.ex sra srta ud uds sig dott ing г стр ул др т.е т.д т.п`.split(/\s+/),
);

/** Finds end marks from left to right; asked for places that only grow, it looks at each character of a text once. */
export interface EndMarks {
  readonly text: string;
  /** Offset of the first end mark at or after `from`, or infinity. */
  next(from: number): number;
}

/** `indexOf` for each mark in turn is far faster than a look at every character: most marks are rare or absent. */
export function createEndMarks(text: string): EndMarks {
  const marks = Array.from(ENDS, (unit) => String.fromCharCode(unit));
  const places = marks.map(() => -1);
  return {
    text,
    next(from) {
      let nearest = Number.POSITIVE_INFINITY;
      for (let mark = 0; mark < marks.length; mark += 1) {
        let place = places[mark] as number;
        if (place < from) {
          const found = text.indexOf(marks[mark] as string, from);
          place = found < 0 ? Number.POSITIVE_INFINITY : found;
          places[mark] = place;
        }
        if (place < nearest) nearest = place;
      }
      return nearest;
    },
  };
}

/**
 * Splits `[start, end)` of a text into sentences, trimmed of white space. A sentence ends at an end mark (with closing
 * quotation marks and brackets) before white space, unless the mark belongs to an abbreviation, an initial or a number,
 * or a lower-case letter follows.
 */
export function splitSentences(marks: EndMarks, { start, end }: Span, add: (start: number, end: number) => void): void {
  const { text } = marks;
  let from = skipSpace(text, start, end);
  for (let mark = marks.next(from); mark < end;) {
    const close = skipClosers(text, mark + 1, end);
    if (isBoundary(text, { mark, close, end, from })) {
      add(from, close);
      from = skipSpace(text, close, end);
    }
    mark = marks.next(close);
  }
  if (from < end) add(from, end);
}

interface Candidate {
  readonly mark: number;
  /** Behind the mark and its closers. */
  readonly close: number;
  readonly end: number;
  readonly from: number;
}

function isBoundary(text: string, { mark, close, end, from }: Candidate): boolean {
  if (close >= end || FULL_ENDS.has(text.charCodeAt(mark))) return true;
  if (!isSpace(text.charCodeAt(close))) return false;
  const next = skipOpeners(text, skipSpace(text, close, end), end);
  if (next < end && isLowerCase(text, next)) return false;
  return text.charCodeAt(mark) !== FULL_STOP || !isAbbreviation(text, from, mark);
}

function isAbbreviation(text: string, from: number, mark: number): boolean {
  let start = mark;
  while (
    start > from &&
    mark - start < LONGEST_ABBREVIATION &&
    !isSpace(text.charCodeAt(start - 1)) &&
    text.charCodeAt(start - 1) !== 0x28
  )
    start -= 1;
  const word = text.slice(start, mark);
  if (word.length === 1) return /\p{Lu}/u.test(word);
  return ABBREVIATIONS.has(word.toLowerCase());
}

function isLowerCase(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toUpperCase();
}

function skipClosers(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (CLOSERS.has(text.charCodeAt(at)) || ENDS.has(text.charCodeAt(at)))) at += 1;
  return at;
}

const OPENERS = new Set([0x22, 0x27, 0x28, 0x5b, 0xab, 0x2018, 0x201c, 0x201e, 0x60]);

function skipOpeners(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && OPENERS.has(text.charCodeAt(at))) at += 1;
  return at;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}
