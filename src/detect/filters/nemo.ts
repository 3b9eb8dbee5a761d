import { STOP_WORDS } from './datatrove.ts';
import { judgeByLimits, type Filter, type Limit } from './filter-report.ts';
import { countEach, mostCommon, ngramsOf } from './ngrams.ts';
import { endsWithAny, lengthOf, shareOf, splitWords, startsWithAny, strip, sumOfLengths } from './python-text.ts';

const ELLIPSES = ['...', '[...]', '…', '(...)', '[…]', '-»', 'read more..', 'read more'];
const BULLETS = ['•', '‣', '⁃', '⁌', '⁍', '∙', '○', '●', '◘', '◦', '⦾', '⦿'];
const END_MARKS = ['.', '?', '!', '"', "'"];
const URL = /https?:\/\/(?:[A-Za-z0-9$\-_@.&+]|[!*\\(),]|%[0-9a-fA-F]{2})+/g;
/** The last three stand for upstream's cookie paragraphs of several sentences, by how those begin. */
const BOILERPLATE = [
  'terms of use',
  'privacy policy',
  'cookie policy',
  'uses cookies',
  'privacy overview',
  'use of cookies',
  'use cookies',
  'privacy & cookies policy',
  'privacy and cookies policy',
  'necessary cookies are absolutely essential for the website',
  'any cookies that may not be particularly necessary for the website',
  'without changing your cookie settings, you agree to this use',
];

/** Limits of NeMo Curator's classes; the order is that of its English pipeline. */
const LIMITS: Readonly<Record<string, Limit>> = {
  NonAlphaNumericFilter: { above: 0.25 },
  SymbolsToWordsFilter: { above: 0.1 },
  NumbersFilter: { above: 0.15 },
  UrlsFilter: { above: 0.2 },
  WhiteSpaceFilter: { above: 0.25 },
  ParenthesesFilter: { above: 0.1 },
  BoilerPlateStringFilter: { above: 0.4 },
  RepeatedLinesFilter: { below: 0.7 },
  RepeatedParagraphsFilter: { below: 0.7 },
  RepeatedLinesByCharFilter: { below: 0.8 },
  RepeatedParagraphsByCharFilter: { below: 0.8 },
  WordCountFilter: { below: 50, above: 100_000 },
  PunctuationFilter: { above: 0.85 },
  MeanWordLengthFilter: { below: 3, above: 10 },
  LongWordFilter: { above: 1_000 },
  WordsWithoutAlphabetsFilter: { below: 0.8 },
  BulletsFilter: { above: 0.9 },
  EllipsisFilter: { above: 0.3 },
  CommonEnglishWordsFilter: { below: 2 },
  PornographicUrlsFilter: { above: 0 },
  RepeatingTopNGramsFilter_2: { above: 0.2 },
  RepeatingTopNGramsFilter_3: { above: 0.18 },
  RepeatingTopNGramsFilter_4: { above: 0.16 },
  RepeatingDuplicateNGramsFilter_5: { above: 0.15 },
  RepeatingDuplicateNGramsFilter_6: { above: 0.14 },
  RepeatingDuplicateNGramsFilter_7: { above: 0.13 },
  RepeatingDuplicateNGramsFilter_8: { above: 0.12 },
  RepeatingDuplicateNGramsFilter_9: { above: 0.11 },
  RepeatingDuplicateNGramsFilter_10: { above: 0.1 },
};

/** NeMo Curator's heuristic filters. Of equally frequent n-grams upstream takes any, here the first counts. */
export const nemo: Filter = (text) => {
  const words = splitWords(text);
  const measures = {
    ...measureCharacters(text),
    ...measureWords(words),
    ...measureLines(text.split('\n').filter((line) => strip(line) !== '')),
    ...measureParagraphs(text.split('\n\n')),
    ...measureNgrams(text, words),
  };
  return { measures, verdict: judgeByLimits(measures, LIMITS) };
};

function measureCharacters(text: string): Record<string, number> {
  const length = lengthOf(text);
  const share = (pattern: RegExp): number => (length === 0 ? 1 : (text.match(pattern) ?? []).length / length);
  const urls = text.match(URL) ?? [];
  return {
    NonAlphaNumericFilter: length === 0 ? 1 : 1 - share(/[a-zA-Z0-9\n?!,.]/g),
    NumbersFilter: share(/\p{Nd}/gu),
    UrlsFilter: length === 0 ? 1 : sumOfLengths(urls) / length,
    // oxlint-disable-next-line no-control-regex -- upstream lists the backspace
    WhiteSpaceFilter: share(/[\t\n\r\x08 ]/g),
    ParenthesesFilter: share(/[{}⟨⟩[\]()]/g),
    PornographicUrlsFilter: urls.some((url) => url.includes('porn')) ? 1 : 0,
  };
}

function measureWords(words: readonly string[]): Record<string, number> {
  return {
    SymbolsToWordsFilter: shareOf(words, isSymbol),
    LongWordFilter: words.reduce((longest, word) => Math.max(longest, lengthOf(word)), 0),
    WordCountFilter: words.length,
    MeanWordLengthFilter: words.length === 0 ? 0 : sumOfLengths(words) / words.length,
    WordsWithoutAlphabetsFilter: shareOf(words, (word) => /\p{Alphabetic}/u.test(word)),
    // Upstream stops counting at its limit.
    CommonEnglishWordsFilter: Math.min(2, words.filter((word) => STOP_WORDS.has(word)).length),
  };
}

/** Runs of `#`, not single ones, are divided by the length of the word. */
function isSymbol(word: string): boolean {
  return ELLIPSES.includes(word) || (word.match(/#+/g) ?? []).length / lengthOf(word) > 0.5;
}

function measureLines(lines: readonly string[]): Record<string, number> {
  return {
    BulletsFilter: shareOf(lines, (line) => startsWithAny(strip(line), BULLETS)),
    EllipsisFilter: shareOf(lines, (line) => endsWithAny(strip(line).toLowerCase(), ELLIPSES)),
    PunctuationFilter: shareOf(lines, (line) => !endsWithAny(strip(line), END_MARKS)),
    ...measureRepeats('Lines', lines),
  };
}

function measureParagraphs(paragraphs: readonly string[]): Record<string, number> {
  const lower = paragraphs.map((paragraph) => strip(paragraph).toLowerCase());
  const isFiller = lower.some((paragraph) => paragraph.includes('lorem ipsum'));
  return {
    BoilerPlateStringFilter: isFiller
      ? 1
      : shareOf(lower, (paragraph) => BOILERPLATE.some((phrase) => paragraph.includes(phrase))),
    ...measureRepeats('Paragraphs', paragraphs),
  };
}

function measureRepeats(unit: string, items: readonly string[]): Record<string, number> {
  const distinct = [...new Set(items)];
  const length = sumOfLengths(items);
  return {
    [`Repeated${unit}Filter`]: items.length === 0 ? 1 : distinct.length / items.length,
    [`Repeated${unit}ByCharFilter`]: length === 0 ? 1 : sumOfLengths(distinct) / length,
  };
}

function measureNgrams(text: string, words: readonly string[]): Record<string, number> {
  const measures: Record<string, number> = {};
  const length = lengthOf(text);
  for (const n of [2, 3, 4]) {
    const top = mostCommon(countEach(ngramsOf(words, n, ' ')))?.[0];
    measures[`RepeatingTopNGramsFilter_${n}`] = top === undefined ? 1 : (countOf(text, top) * lengthOf(top)) / length;
  }
  for (const n of [5, 6, 7, 8, 9, 10])
    measures[`RepeatingDuplicateNGramsFilter_${n}`] = words.length < n ? 1 : repeatedLength(words, n) / length;
  return measures;
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Characters of repeated n-grams and the spaces between their words, each word once. */
function repeatedLength(words: readonly string[], n: number): number {
  const seen = new Set<string>();
  let length = 0;
  let counted = 0;
  ngramsOf(words, n, ' ').forEach((ngram, at) => {
    if (seen.has(ngram)) {
      length += sumOfLengths(words.slice(at + counted, at + n)) + Math.min(n - counted, n - 1);
      counted = n;
    } else seen.add(ngram);
    counted = Math.max(counted - 1, 0);
  });
  return length;
}
