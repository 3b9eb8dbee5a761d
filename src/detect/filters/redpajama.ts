import { KEEP, type Filter } from './filter-report.ts';
import { countEach, markRepeated, mostCommon, ngramsOf } from './ngrams.ts';
import {
  countOf,
  endsWithAny,
  isUpper,
  lengthOf,
  shareOf,
  splitPieces,
  splitWords,
  startsWithAny,
  strip,
  stripEnd,
  stripStart,
  sumOfLengths,
} from './python-text.ts';
import { englishStopWords } from './stop-words.ts';

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;
const WORD = '[\\p{L}\\p{N}_]';
/** `\b[^.!?]+[.!?]*`, with the boundaries of Unicode words. */
const SENTENCE = new RegExp(`(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))[^.!?]+[.!?]*`, 'gu');
const LINE = /[^\n]*\n|[^\n]+$/g;
const BULLETS = ['\u2022', '\u2023', '\u25b6', '\u25c0', '\u25e6', '\u25a0', '\u25a1', '\u25aa', '\u25ab', '\u2013'];
/** `str.isnumeric()`: also the number words of Chinese writing. */
const NUMERIC = /[\p{N}〇一二三四五六七八九十百千万亿億兆零壹贰叁肆伍陆柒捌玖拾]/u;

/** The quality signals of RedPajama-V2 that need no model. The data set ships signals, not limits, so it keeps every text. */
export const redPajama: Filter = (text) => {
  const normalized = normalize(text);
  const words = splitWords(normalized);
  const measures = {
    ...measureWords(words),
    ...measureRaw(text),
    ...measureNgrams(words),
    rps_doc_num_sentences: (text.match(SENTENCE) ?? []).length,
    rps_doc_lorem_ipsum: normalized === '' ? 0 : countOf(normalized, 'lorem ipsum') / lengthOf(normalized),
    rps_doc_curly_bracket: text === '' ? 0 : (countOf(text, '{') + countOf(text, '}')) / lengthOf(text),
    ...Object.fromEntries(Object.entries(measureRedPajamaLines(text)).map(([name, values]) => [name, meanOf(values)])),
  };
  return { measures, verdict: KEEP };
};

function normalize(text: string): string {
  return strip(text.replace(ASCII_PUNCTUATION, '').toLowerCase()).replace(/\s+/gu, ' ').normalize('NFD');
}

function measureWords(words: readonly string[]): Record<string, number> {
  const counts = countEach(words);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / words.length) * Math.log(count / words.length);
  return {
    rps_doc_word_count: words.length,
    rps_doc_mean_word_length: words.length === 0 ? 0 : sumOfLengths(words) / words.length,
    rps_doc_frac_unique_words: words.length === 0 ? 0 : counts.size / words.length,
    rps_doc_unigram_entropy: entropy,
  };
}

function measureRaw(text: string): Record<string, number> {
  const words = splitPieces(text);
  const lines = text.match(LINE) ?? [];
  const stopWords = englishStopWords();
  const symbols = countOf(text, '#') + countOf(text, '...') + countOf(text, '…');
  return {
    rps_doc_symbol_to_word_ratio: words.length === 0 ? 0 : symbols / words.length,
    rps_doc_frac_lines_end_with_ellipsis: shareOf(lines, (line) => endsWithAny(stripEnd(line), ['...', '…'])),
    rps_doc_frac_no_alph_words: shareOf(words, (word) => !/[a-zA-Z]/.test(word)),
    rps_doc_frac_all_caps_words: shareOf(words, isUpper),
    rps_doc_stop_word_fraction: shareOf(words, (word) => stopWords.has(word)),
  };
}

function measureNgrams(words: readonly string[]): Record<string, number> {
  const total = sumOfLengths(words);
  const measures: Record<string, number> = {};
  for (let n = 2; n <= 10; n += 1) {
    const ngrams = ngramsOf(words, n, '\0');
    const counts = countEach(ngrams);
    if (n <= 4) {
      const [ngram, count] = mostCommon(counts) ?? ['', 0];
      measures[`rps_doc_frac_chars_top_${n}gram`] = count <= 1 ? 0 : ((lengthOf(ngram) - (n - 1)) * count) / total;
      continue;
    }
    const marked = markRepeated(ngrams, counts, n);
    const repeated = sumOfLengths(words.filter((_, at) => marked[at] === 1));
    measures[`rps_doc_frac_chars_dupe_${n}grams`] = total === 0 ? 0 : repeated / total;
  }
  return measures;
}

/** The signals of each line; a line ends with its line break. */
export function measureRedPajamaLines(text: string): Record<string, number[]> {
  const lines: string[] = text.match(LINE) ?? [];
  const normalized = lines.map(normalize);
  return {
    rps_lines_ending_with_terminal_punctution_mark: lines.map((line) =>
      endsWithAny(stripEnd(line), ['.', '!', '?', '”']) ? 1 : 0,
    ),
    rps_lines_javascript_counts: normalized.map(
      (line) => splitWords(line).filter((word) => word === 'javascript').length,
    ),
    rps_lines_num_words: normalized.map((line) => splitWords(line).length),
    rps_lines_numerical_chars_fraction: normalized.map((line) =>
      shareOf([...line], (character) => NUMERIC.test(character)),
    ),
    rps_lines_start_with_bulletpoint: lines.map((line) => (startsWithAny(stripStart(line), BULLETS) ? 1 : 0)),
    rps_lines_uppercase_letter_fraction: lines.map((line) => shareOf([...line], isUpper)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
