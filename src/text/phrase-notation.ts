import { foldWord, hashWord, splitWords } from './words.ts';

/** One place of a phrase: a known word, a word of which the beginning is known, or `least` to `most` words of any kind. */
export type Place =
  | { readonly word: string; readonly hash: number }
  | { readonly prefix: string }
  | { readonly least: number; readonly most: number };

export type Sequence = readonly Place[];

const MOST_SEQUENCES = 2_000;
const LONGEST_GAP = 30;

/**
 * Reads the phrase notation: words in any case; `(a|b c|)` alternatives, an empty one makes the group optional; `*` any one
 * word; `{0,4}` so many words of any kind; `dienst*` a word that begins so. Punctuation between words is ignored.
 * @returns every sequence the phrase stands for, without empty ones
 * @throws Error that says what is wrong with the phrase
 */
export function readPhrase(phrase: string): Sequence[] {
  const reader = { text: phrase, at: 0 };
  const sequences = readAlternatives(reader);
  if (reader.at < phrase.length) throw new Error(`phrase "${phrase}": ")" without "("`);
  const full = sequences.filter((sequence) => sequence.length > 0);
  if (full.length === 0) throw new Error(`phrase "${phrase}" has no words`);
  return full;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readAlternatives(reader: Reader): Sequence[] {
  const all: Sequence[] = [...readBranch(reader)];
  while (reader.text[reader.at] === '|') {
    reader.at += 1;
    all.push(...readBranch(reader));
  }
  return all;
}

/** Reads up to `|`, `)` or the end. */
function readBranch(reader: Reader): readonly Sequence[] {
  let sequences: readonly Sequence[] = [[]];
  while (reader.at < reader.text.length) {
    const character = reader.text[reader.at];
    if (character === '|' || character === ')') break;
    sequences = combine(sequences, character === '(' ? readGroup(reader) : [readPlaces(reader)], reader.text);
  }
  return sequences;
}

function readGroup(reader: Reader): Sequence[] {
  reader.at += 1;
  const inner = readAlternatives(reader);
  if (reader.text[reader.at] !== ')') throw new Error(`phrase "${reader.text}": "(" without ")"`);
  reader.at += 1;
  return inner;
}

function readPlaces(reader: Reader): Sequence {
  const first = reader.text[reader.at];
  if (first === '{') return readGap(reader);
  NOTATION.lastIndex = reader.at;
  const plain = reader.text.slice(reader.at, NOTATION.exec(reader.text)?.index);
  if (plain === '' && first !== '*') throw new Error(`phrase "${reader.text}": "}" without "{"`);
  reader.at += plain.length;
  if (reader.text[reader.at] !== '*') return wordPlaces(plain);
  reader.at += 1;
  return withStar(plain);
}

const NOTATION = /[(){}|*]/g;
const GAP = /\{(\d+),(\d+)\}/y;

function readGap(reader: Reader): Sequence {
  GAP.lastIndex = reader.at;
  const gap = GAP.exec(reader.text);
  if (gap === null) throw new Error(`phrase "${reader.text}": a gap is written {least,most}, such as {0,4}`);
  const least = Number(gap[1]);
  const most = Number(gap[2]);
  if (least > most || most > LONGEST_GAP)
    throw new Error(`phrase "${reader.text}": gap ${gap[0]} must be {least,most} with most ≤ ${LONGEST_GAP}`);
  reader.at += gap[0].length;
  return [{ least, most }];
}

/** `word*` is a prefix, a star on its own any word. */
function withStar(plain: string): Sequence {
  const places = wordPlaces(plain);
  const last = places.at(-1);
  if (last === undefined || !('word' in last) || /\s$/.test(plain)) return [...places, { least: 1, most: 1 }];
  return [...places.slice(0, -1), { prefix: last.word }];
}

/** Rules hold tens of thousands of words: plain ones need no tokeniser. */
const PLAIN_WORDS = /^[a-z\u00df-\u00f6\u00f8-\u00ff\u0430-\u044f ]*$/;

function wordPlaces(plain: string): Sequence {
  if (PLAIN_WORDS.test(plain)) {
    const places: Place[] = [];
    for (const word of plain.split(' ')) if (word !== '') places.push({ word, hash: hashWord(word) });
    return places;
  }
  const words = splitWords(plain);
  return Array.from({ length: words.count }, (_, index) => {
    const word = foldWord(plain.slice(words.starts[index], words.ends[index]));
    return { word, hash: hashWord(word) };
  });
}

function combine(left: readonly Sequence[], right: readonly Sequence[], phrase: string): readonly Sequence[] {
  if (left.length === 1 && left[0]?.length === 0) return right;
  if (left.length * right.length > MOST_SEQUENCES)
    throw new Error(`phrase "${phrase}" stands for more than ${MOST_SEQUENCES} sequences; split it`);
  return left.flatMap((first) => right.map((second) => [...first, ...second]));
}
