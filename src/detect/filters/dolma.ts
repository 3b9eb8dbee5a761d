import { STOP_WORDS } from './datatrove.ts';
import { judgeByLimits, type Filter, type Limit } from './filter-report.ts';
import { countEach, mostCommon, ngramsOf } from './ngrams.ts';
import { hasLetter, lengthOf, shareOf, splitWords, startsWithAny, sumOfLengths } from './python-text.ts';

/** Limits of allenai/dolma's mixing configuration for v1.6; its top-n rules name a measure that does not exist. */
const LIMITS: Readonly<Record<string, Limit>> = {
  fraction_of_characters_in_duplicate_5grams: { above: 0.15 },
  fraction_of_characters_in_duplicate_6grams: { above: 0.14 },
  fraction_of_characters_in_duplicate_7grams: { above: 0.13 },
  fraction_of_characters_in_duplicate_8grams: { above: 0.12 },
  fraction_of_characters_in_duplicate_9grams: { above: 0.11 },
  fraction_of_characters_in_duplicate_10grams: { above: 0.1 },
  word_count: { below: 50, above: 100_000 },
  median_word_length: { below: 3, above: 10 },
  symbol_to_word_ratio: { above: 0.1 },
  fraction_of_words_with_alpha_character: { below: 0.8 },
  required_word_count: { below: 2 },
  fraction_of_lines_starting_with_bullet_point: { above: 0.9 },
  fraction_of_lines_ending_with_ellipsis: { above: 0.3 },
  fraction_of_duplicate_lines: { above: 0.3 },
  fraction_of_characters_in_duplicate_lines: { above: 0.3 },
};

/** Version 1 counts blank lines as lines, version 2 does not. */
export function createDolma(lineEnd: RegExp): Filter {
  return (text) => {
    const words = splitWords(text);
    const characters = sumOfLengths(words);
    const measures = {
      ...measureNgrams(words, characters),
      character_count: lengthOf(text),
      word_count: words.length,
      median_word_length: medianOf(words.map(lengthOf)),
      symbol_to_word_ratio: shareOf(words, (word) => word.includes('#') || word.includes('…')),
      fraction_of_words_with_alpha_character: shareOf(words, hasLetter),
      required_word_count: words.filter((word) => STOP_WORDS.has(word)).length,
      ...measureLines(text.split(lineEnd), characters),
    };
    return { measures, verdict: judgeByLimits(measures, LIMITS) };
  };
}

/** The joint of words in an n-gram; not a character of words, so the length of an n-gram's words is its length without. */
const GLUE = '\0';

function measureNgrams(words: readonly string[], characters: number): Record<string, number> {
  const measures: Record<string, number> = {};
  for (let n = 2; n <= 10; n += 1) {
    const counts = countEach(ngramsOf(words, n, GLUE));
    if (counts.size === 0) continue;
    const lengthOfWords = (ngram: string): number => lengthOf(ngram) - (n - 1);
    if (n <= 4) {
      const [ngram, count] = mostCommon(counts) as [string, number];
      measures[`fraction_of_characters_in_most_common_${n}grams`] =
        (count * lengthOfWords(ngram)) / Math.max(characters, 1);
      continue;
    }
    let all = 0;
    let repeated = 0;
    for (const [ngram, count] of counts) {
      all += count * lengthOfWords(ngram);
      if (count > 1) repeated += count * lengthOfWords(ngram);
    }
    measures[`fraction_of_characters_in_duplicate_${n}grams`] = repeated / Math.max(all, 1);
  }
  return measures;
}

function measureLines(lines: readonly string[], characters: number): Record<string, number> {
  let repeated = 0;
  let repeatedLength = 0;
  for (const [line, count] of countEach(lines)) {
    if (count === 1) continue;
    repeated += count;
    repeatedLength += count * lengthOf(line);
  }
  return {
    fraction_of_lines_starting_with_bullet_point: shareOf(lines, (line) => startsWithAny(line, ['*', '-'])),
    fraction_of_lines_ending_with_ellipsis: shareOf(lines, (line) => line.endsWith('…')),
    fraction_of_duplicate_lines: repeated / Math.max(lines.length, 1),
    fraction_of_characters_in_duplicate_lines: repeatedLength / Math.max(characters, 1),
  };
}

function medianOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}
