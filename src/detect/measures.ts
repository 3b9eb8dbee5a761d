import { WORD, type Analysis } from '../model/analysis.ts';

/** A half-open range of words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

export type Measure = (analysis: Analysis, range: WordRange) => number;

/**
 * What `metric` rules may ask of a range of words. All but `words` and `plain` are shares or means; shares of an empty
 * range are 0.
 */
export const MEASURES: Readonly<Record<string, Measure>> = {
  words: (_, { from, to }) => to - from,
  functional: (analysis, range) => shareOf(analysis, range, WORD.functional),
  capitals: (analysis, range) => shareOf(analysis, range, WORD.capital),
  digits: (analysis, range) => shareOf(analysis, range, WORD.digit),
  /** Words with punctuation before them. */
  punctuation: (analysis, range) => shareOf(analysis, range, WORD.afterPunctuation),
  /** Content words that begin with a small letter: a count. */
  plain: ({ words }, range) => countOf(range, (word) => ((words.flags[word] as number) & NOT_PLAIN) === 0),
  /** Mean length in code units. */
  length: ({ words }, range) => meanOf(range, (word) => (words.ends[word] as number) - (words.starts[word] as number)),
  /** One or two letters that are no function word: what is left of words that were torn apart. */
  fragments: ({ words }, range) =>
    meanOf(range, (word) =>
      ((words.flags[word] as number) & NOT_FRAGMENT) === 0 &&
      (words.ends[word] as number) - (words.starts[word] as number) <= LONGEST_FRAGMENT
        ? 1
        : 0,
    ),
  /** Words of small letters too long for a language that writes its compounds apart. */
  fused: (analysis, range) =>
    meanOf(range, (word) => (isLong(analysis, word) && FUSED.test(wordAt(analysis, word)) ? 1 : 0)),
  /** Words that no spelling makes: consonants heaped up, letters and digits by turns, capitals in the middle. */
  odd: (analysis, range) => meanOf(range, (word) => (ODD.test(wordAt(analysis, word)) ? 1 : 0)),
  /** Words that are written in another script than the word before them. */
  switches: (analysis, range) => countSwitches(analysis, range) / Math.max(1, range.to - range.from),
  /** Scripts with at least three words: a count. */
  scripts: (analysis, range) => countScripts(analysis, range),
};

/** Measures that read the words themselves. */
export const SLOW_MEASURES: ReadonlySet<string> = new Set(['fused', 'odd', 'switches', 'scripts']);

const NOT_PLAIN = WORD.functional | WORD.capital | WORD.digit | WORD.ideograph;
const NOT_FRAGMENT = WORD.functional | WORD.capital | WORD.digit | WORD.ideograph;
const LONGEST_FRAGMENT = 2;
const FEWEST_FUSED = 21;
const FUSED = /^[A-Za-z]?[a-z]{21,}$/;
const ODD =
  /^[b-df-hj-np-tv-xz]{4,}$|[b-df-hj-np-tv-xz]{6}|\d[a-z]+\d|[a-z]\d+[a-z]|[a-z][A-Z]+[a-z]*[A-Z]|[a-z]{2}[A-Z]{2}/;

function wordAt({ document, words }: Analysis, word: number): string {
  return document.text.slice(words.starts[word], words.ends[word]);
}

/** Few words are; the look at the letters of the others is saved. */
function isLong({ words }: Analysis, word: number): boolean {
  return (words.ends[word] as number) - (words.starts[word] as number) >= FEWEST_FUSED;
}

function countOf({ from, to }: WordRange, test: (word: number) => boolean): number {
  let count = 0;
  for (let word = from; word < to; word += 1) if (test(word)) count += 1;
  return count;
}

function meanOf({ from, to }: WordRange, value: (word: number) => number): number {
  let sum = 0;
  for (let word = from; word < to; word += 1) sum += value(word);
  return to > from ? sum / (to - from) : 0;
}

function shareOf({ words }: Analysis, range: WordRange, flag: number): number {
  return meanOf(range, (word) => (((words.flags[word] as number) & flag) === 0 ? 0 : 1));
}

/** Scripts told apart; kana and Han count as one, because Japanese mixes them. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Tamil}/u,
];

/** Index of the script of a word's first letter; -1 for digits and scripts that are not told apart. */
function scriptOf({ document, words }: Analysis, word: number): number {
  const start = words.starts[word] as number;
  if (document.text.charCodeAt(start) < 0x80) return ((words.flags[word] as number) & WORD.digit) === 0 ? 0 : -1;
  const letter = String.fromCodePoint(document.text.codePointAt(start) ?? 0);
  return SCRIPTS.findIndex((script) => script.test(letter));
}

function countSwitches(analysis: Analysis, range: WordRange): number {
  let before = -1;
  let switches = 0;
  for (let word = range.from; word < range.to; word += 1) {
    const script = scriptOf(analysis, word);
    if (script < 0) continue;
    if (before >= 0 && script !== before) switches += 1;
    before = script;
  }
  return switches;
}

const FEWEST_WORDS_OF_A_SCRIPT = 3;

function countScripts(analysis: Analysis, { from, to }: WordRange): number {
  const counts = new Uint32Array(SCRIPTS.length);
  for (let word = from; word < to; word += 1) {
    const script = scriptOf(analysis, word);
    if (script >= 0) counts[script] = (counts[script] as number) + 1;
  }
  return counts.filter((count) => count >= FEWEST_WORDS_OF_A_SCRIPT).length;
}
