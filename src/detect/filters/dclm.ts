import { STOP_WORDS } from './datatrove.ts';
import { judgeByLimits, KEEP, type Filter, type Limit } from './filter-report.ts';
import { countEach, markRepeated, ngramsOf } from './ngrams.ts';
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
  sumOfLengths,
} from './python-text.ts';

/** Limits of mlfoundations/dclm, which follow Rae et al. 2021. */
const LIMITS: Readonly<Record<string, Limit>> = {
  rep_line_count: { above: 0.3 },
  rep_paragraph_count: { above: 0.3 },
  rep_line_chars: { above: 0.2 },
  rep_paragraph_chars: { above: 0.2 },
  rep_2: { above: 0.2 },
  rep_3: { above: 0.18 },
  rep_4: { above: 0.16 },
  rep_5: { above: 0.15 },
  rep_6: { above: 0.14 },
  rep_7: { above: 0.13 },
  rep_8: { above: 0.12 },
  rep_9: { above: 0.11 },
  rep_10: { above: 0.1 },
  bullet: { above: 0.9 },
  ellipsis: { above: 0.3 },
  stop: { below: 2 },
  wordlen: { below: 3, above: 10 },
  symbol: { above: 0.1 },
  alpha: { below: 0.8 },
};
const ELLIPSES = ['...', '. . .', '…'];

/** DCLM's version of the Gopher rules: all copies of what is repeated count. Upstream takes its words from uniseg. */
export const dclm: Filter = (text) => {
  const lines = segmentsOf(text, '\n');
  const paragraphs = segmentsOf(text, '\n\n');
  const words = splitWords(text);
  const measures = {
    rep_line_count: repeatedShare(lines, () => 1),
    rep_paragraph_count: repeatedShare(paragraphs, () => 1),
    rep_line_chars: repeatedShare(lines, lengthOf),
    rep_paragraph_chars: repeatedShare(paragraphs, lengthOf),
    ...measureNgrams(wordsOf(text)),
    bullet: shareOf(lines, (line) => startsWithAny(line, ['●', '•', '*', '-'])),
    ellipsis: shareOf(lines, (line) => endsWithAny(line, ELLIPSES)),
    stop: words.filter((word) => STOP_WORDS.has(word.toLowerCase())).length,
    wordlen: words.length === 0 ? 0 : sumOfLengths(words) / words.length,
    symbol:
      words.length === 0 ? 0 : [...ELLIPSES, '#'].reduce((sum, mark) => sum + countOf(text, mark), 0) / words.length,
    alpha: shareOf(words, (word) => /\p{L}/u.test(word)),
  };
  return { measures, verdict: judgeByLimits(measures, LIMITS) };
};

function segmentsOf(text: string, end: string): string[] {
  return text
    .split(end)
    .map(strip)
    .filter((segment) => segment !== '');
}

/** Words that begin with a letter or a digit. */
function wordsOf(text: string): string[] {
  return splitPieces(text).filter((word) => /^[\p{L}\p{N}]/u.test(word));
}

function repeatedShare(segments: readonly string[], weigh: (segment: string) => number): number {
  if (segments.length < 2) return 0;
  let all = 0;
  let repeated = 0;
  for (const [segment, count] of countEach(segments)) {
    all += count * weigh(segment);
    if (count > 1) repeated += count * weigh(segment);
  }
  return repeated / all;
}

function measureNgrams(words: readonly string[]): Record<string, number> {
  const total = sumOfLengths(words);
  const measures: Record<string, number> = {};
  for (let n = 2; n <= 10; n += 1) {
    const ngrams = ngramsOf(words, n, '\0');
    const counts = countEach(ngrams);
    if (n <= 4) {
      const most = Math.max(0, ...counts.values());
      let longest = 0;
      for (const [ngram, count] of counts) if (count === most) longest = Math.max(longest, lengthOf(ngram) - (n - 1));
      measures[`rep_${n}`] = most <= 1 ? 0 : (longest * most) / total;
      continue;
    }
    const marked = markRepeated(ngrams, counts, n);
    measures[`rep_${n}`] = total === 0 ? 0 : sumOfLengths(words.filter((_, at) => marked[at] === 1)) / total;
  }
  return measures;
}

const COUNTER =
  /^\W*\d(?:,|\.|\d)*(?:K|k|M|m|B|b)?\s+(?:likes|shares|comments|retweets|reposts|quotes|bookmarks|upvotes|downvotes|downloads|views|followers)\W*$/;
const SHORT_LINE_WORDS = 10;
const MOST_REMOVED = 0.05;

/** The tests of RefinedWeb's line-wise corrections as DCLM rebuilt them: a line that fails one is removed. */
export const REFINED_WEB_LINES: Readonly<Record<string, (line: string) => boolean>> = {
  uppercase: (line) => line === '' || shareOf([...line], isUpper) <= 0.5,
  numeric: (line) => line === '' || shareOf([...line], (character) => /\p{Nd}/u.test(character)) <= 0.999999,
  counter: (line) => !COUNTER.test(line.toLowerCase()),
  one_word: (line) => line === '' || splitWords(line).length >= 2,
};

/** RefinedWeb (arXiv 2306.01116): page furniture is taken out line by line; a text that loses more than 5 % is dropped. */
export const refinedWeb: Filter = (text) => {
  const before = wordsOf(text).length;
  const removed = before === 0 ? 0 : (before - wordsOf(correctLines(text)).length) / before;
  return {
    measures: { removed_words_ratio: removed },
    verdict: removed > MOST_REMOVED ? 'line_wise_corrections' : KEEP,
  };
};

/** The text without the lines and snippets that RefinedWeb removes, without white space at its ends. */
export function correctLines(text: string): string {
  const tests = Object.values(REFINED_WEB_LINES);
  const kept = strip(text)
    .split('\n')
    .filter((line) => tests.every((test) => test(line)))
    .map(withoutWidgets)
    .filter((line) => line !== undefined);
  return strip(kept.join('\n'));
}

function withoutWidgets(line: string): string | undefined {
  if (line === '' || splitWords(line).length > SHORT_LINE_WORDS) return line;
  const rest = line
    .replaceAll(/items in cart/gi, '')
    .replace(/Read more.{3}$/i, '')
    .replace(/^Sign-in/i, '');
  return rest !== line && strip(rest) === '' ? undefined : rest;
}
