import { judgeByLimits, KEEP, type Filter, type Limit } from './filter-report.ts';
import { countEach, findRepeats, mostCommon, ngramsOf } from './ngrams.ts';
import {
  countOf,
  endsWithAny,
  hasLetter,
  lengthOf,
  shareOf,
  splitLines,
  splitPieces,
  splitWords,
  startsWithAny,
  strip,
  stripEnd,
  stripStart,
} from './python-text.ts';

/** Limits of Rae et al. 2021 (arXiv 2112.11446), table A1, in the order and under the names of huggingface/datatrove. */
const REPETITION_LIMITS: Readonly<Record<string, Limit>> = {
  dup_para_frac: { above: 0.3 },
  dup_para_char_frac: { above: 0.2 },
  dup_line_frac: { above: 0.3 },
  dup_line_char_frac: { above: 0.2 },
  top_2_gram_char_frac: { above: 0.2, reason: 'top_2_gram' },
  top_3_gram_char_frac: { above: 0.18, reason: 'top_3_gram' },
  top_4_gram_char_frac: { above: 0.16, reason: 'top_4_gram' },
  dup_5_gram_char_frac: { above: 0.15, reason: 'duplicated_5_n_grams' },
  dup_6_gram_char_frac: { above: 0.14, reason: 'duplicated_6_n_grams' },
  dup_7_gram_char_frac: { above: 0.13, reason: 'duplicated_7_n_grams' },
  dup_8_gram_char_frac: { above: 0.12, reason: 'duplicated_8_n_grams' },
  dup_9_gram_char_frac: { above: 0.11, reason: 'duplicated_9_n_grams' },
  dup_10_gram_char_frac: { above: 0.1, reason: 'duplicated_10_n_grams' },
};

type Tokenizer = (text: string) => string[];

/**
 * Datatrove asks NLTK or spaCy for words. Here they are runs of letters and digits, and runs of punctuation, which is
 * close; `words` are those that white space parts.
 */
export const TOKENIZERS = { pieces: splitPieces, words: splitWords } as const satisfies Record<string, Tokenizer>;

/** Repetition of lines, paragraphs and n-grams, as datatrove's GopherRepetitionFilter measures it. */
export function createRepetition(tokenize: Tokenizer): Filter {
  return (text) => {
    const length = lengthOf(text);
    const paragraphs = strip(text).split(/\n{2,}/);
    const lines = text.split(/\n+/);
    const repeatedParagraphs = findRepeats(paragraphs, lengthOf);
    const repeatedLines = findRepeats(lines, lengthOf);
    const measures: Record<string, number> = {
      dup_para_frac: repeatedParagraphs.count / paragraphs.length,
      dup_para_char_frac: divide(repeatedParagraphs.length, length),
      dup_line_frac: repeatedLines.count / lines.length,
      dup_line_char_frac: divide(repeatedLines.length, length),
    };
    const words = tokenize(text);
    for (const n of [2, 3, 4]) {
      const [ngram, count] = mostCommon(countEach(ngramsOf(words, n, ' '))) ?? ['', 0];
      measures[`top_${n}_gram_char_frac`] = divide(lengthOf(ngram) * count, length);
    }
    for (const n of [5, 6, 7, 8, 9, 10])
      measures[`dup_${n}_gram_char_frac`] = divide(lengthOfRepeated(words, n), length);
    return { measures, verdict: judgeByLimits(measures, REPETITION_LIMITS) };
  };
}

/** A repeated n-gram counts whole, and the search goes on behind it. */
function lengthOfRepeated(words: readonly string[], n: number): number {
  const seen = new Set<string>();
  let length = 0;
  let at = 0;
  while (at + n <= words.length) {
    const ngram = words.slice(at, at + n).join('');
    if (seen.has(ngram)) {
      length += lengthOf(ngram);
      at += n;
    } else {
      seen.add(ngram);
      at += 1;
    }
  }
  return length;
}

const divide = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export const STOP_WORDS: ReadonlySet<string> = new Set(['the', 'be', 'to', 'of', 'and', 'that', 'have', 'with']);
/** Punctuation, symbols and control characters: a word made of these alone does not count. */
const SYMBOLS_ONLY = /^[\p{P}\p{S}\p{Cc}]+$/u;
const ELLIPSES = ['...', '…'];

const QUALITY_LIMITS: Readonly<Record<string, Limit>> = {
  non_symbol_words: { below: 50, reason: 'gopher_short_doc' },
  non_symbol_words_most: { above: 100_000, reason: 'gopher_long_doc' },
  mean_word_length: { below: 3, reason: 'gopher_below_avg_threshold' },
  mean_word_length_most: { above: 10, reason: 'gopher_above_avg_threshold' },
  hash_to_word_ratio: { above: 0.1, reason: 'gopher_too_many_hashes' },
  ellipsis_to_word_ratio: { above: 0.1, reason: 'gopher_too_many_ellipsis' },
  bullet_lines: { above: 0.9, reason: 'gopher_too_many_bullets' },
  ellipsis_lines: { above: 0.3, reason: 'gopher_too_many_end_ellipsis' },
  alphabetic_words: { below: 0.8, reason: 'gopher_below_alpha_threshold' },
  stop_words: { below: 2, reason: 'gopher_enough_stop_words' },
};

/** Word counts, symbols, bullets and stop words, as datatrove's GopherQualityFilter measures them. */
export function createQuality(tokenize: Tokenizer): Filter {
  return (text) => {
    const words = tokenize(text);
    const plain = words.filter((word) => !SYMBOLS_ONLY.test(word));
    const lines = splitLines(text);
    const meanLength = divide(
      plain.reduce((sum, word) => sum + lengthOf(word), 0),
      plain.length,
    );
    const measures = {
      non_symbol_words: plain.length,
      mean_word_length: meanLength,
      hash_to_word_ratio: divide(countOf(text, '#'), words.length),
      ellipsis_to_word_ratio: divide(countOf(text, '...') + countOf(text, '…'), words.length),
      bullet_lines: shareOf(lines, (line) => startsWithAny(stripStart(line), ['•', '-'])),
      ellipsis_lines: shareOf(lines, (line) => endsWithAny(stripEnd(line), ELLIPSES)),
      alphabetic_words: shareOf(words, hasLetter),
      stop_words: new Set(words.filter((word) => STOP_WORDS.has(word))).size,
    };
    const both = { ...measures, non_symbol_words_most: plain.length, mean_word_length_most: meanLength };
    return { measures, verdict: judgeByLimits(both, QUALITY_LIMITS) };
  };
}

const FINEWEB_LIMITS: Readonly<Record<string, Limit>> = {
  line_punct_ratio: { below: 0.12 },
  short_line_ratio: { above: 0.67 },
  char_dup_ratio: { above: 0.01 },
  list_ratio: { above: 0.3 },
};
const SHORT_LINE = 30;
const SENTENCE_END = /\p{Sentence_Terminal}$/u;

/** The filters that FineWeb adds (arXiv 2406.17557), as datatrove's FineWebQualityFilter measures them. */
export function createFineWeb(tokenize: Tokenizer): Filter {
  return (text) => {
    const lines = text.split('\n').filter((line) => strip(line) !== '');
    if (lines.length === 0) return { measures: {}, verdict: 'empty' };
    const measures = {
      line_punct_ratio: shareOf(lines, (line) => SENTENCE_END.test(line)),
      short_line_ratio: shareOf(lines, (line) => lengthOf(line) <= SHORT_LINE),
      char_dup_ratio: divide(findRepeats(lines, lengthOf).length, lengthOf(text.replaceAll('\n', ''))),
      list_ratio: divide(countOf(text, '\n'), tokenize(text).length),
    };
    return { measures, verdict: judgeByLimits(measures, FINEWEB_LIMITS) };
  };
}

const FEWEST_PARAGRAPHS = 3;
const PARAGRAPH_LENGTH = 200;

/** mC4's rule: at least three lines of 200 characters. */
export const c4Paragraphs: Filter = (text) => {
  const lengths = text
    .split('\n')
    .map(lengthOf)
    .sort((a, b) => b - a);
  const third = lengths[FEWEST_PARAGRAPHS - 1] ?? 0;
  return { measures: { third_longest_line: third }, verdict: third < PARAGRAPH_LENGTH ? '< 3 paragraphs' : KEEP };
};
