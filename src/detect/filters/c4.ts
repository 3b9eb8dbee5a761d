import { KEEP, type Filter } from './filter-report.ts';
import { endsWithAny, lengthOf, splitLines, splitWords, strip } from './python-text.ts';

interface C4Options {
  readonly fewestWords: number;
  readonly fewestSentences: number;
  readonly endMarks: readonly string[];
  /** Whether words are counted before citation marks are taken out. */
  readonly countsCitations: boolean;
}

/** The code that built C4 (tensorflow_datasets), and datatrove's, which follows the paper's numbers. */
export const C4_VARIANTS = {
  tensorflow: { fewestWords: 5, fewestSentences: 3, endMarks: ['.', '?', '!', '"'], countsCitations: false },
  datatrove: { fewestWords: 3, fewestSentences: 5, endMarks: ['.', '?', '!', '"', "'"], countsCitations: true },
} as const satisfies Record<string, C4Options>;

const LONGEST_WORD = 1_000;
const CITATION = /\[\d*\]|\[edit\]|\[citation needed\]/g;
const POLICY = ['terms of use', 'privacy policy', 'cookie policy', 'uses cookies', 'use of cookies', 'use cookies'];
const BETWEEN_SENTENCES = /(?<=[.!?])\s+/u;

/** Raffel et al. 2020, without the word list and the language check. Upstream counts sentences with NLTK. */
export function createC4(options: C4Options): Filter {
  return (text) => {
    const kept: string[] = [];
    let sentences = 0;
    for (const raw of splitLines(text)) {
      const line = keptPart(strip(raw), options);
      if (line === undefined) continue;
      const lower = line.toLowerCase();
      if (lower.includes('lorem ipsum')) return drop('lorem_ipsum', kept, sentences);
      if (lower.includes('javascript')) continue;
      if (line.includes('{')) return drop('curly_bracket', kept, sentences);
      if (POLICY.some((phrase) => lower.includes(phrase))) continue;
      sentences += line.split(BETWEEN_SENTENCES).length;
      kept.push(line);
    }
    return drop(sentences < options.fewestSentences ? 'too_few_sentences' : KEEP, kept, sentences);
  };
}

function keptPart(line: string, { fewestWords, endMarks, countsCitations }: C4Options): string | undefined {
  const words = splitWords(line);
  if (words.some((word) => lengthOf(word) > LONGEST_WORD)) return undefined;
  const plain = line.replace(CITATION, '');
  if (!endsWithAny(plain, endMarks) || plain.endsWith('...')) return undefined;
  const count = countsCitations ? words.length : splitWords(plain).length;
  return count < fewestWords ? undefined : plain;
}

function drop(verdict: string, kept: readonly string[], sentences: number): ReturnType<Filter> {
  return { measures: { kept_lines: kept.length, sentences }, verdict };
}

const FEWEST_WORDS_DOLMA = 3;

/** The C4 tagger of allenai/dolma: it marks lines and drops only texts with code, scripts or filler in them. */
export const c4Dolma: Filter = (text) => {
  const lines = text.split('\n');
  const words = new Set(splitWords(text.toLowerCase()));
  const measures = {
    line_count: lines.length,
    lines_with_no_ending_punctuation: lines.filter((line) => !endsWithAny(strip(line), ['.', '?', '!', '"'])).length,
    lines_with_too_few_words: lines.filter((line) => splitWords(line).length < FEWEST_WORDS_DOLMA).length,
    has_javascript: words.has('javascript') ? 1 : 0,
    has_lorem_ipsum: text.toLowerCase().includes('lorem ipsum') ? 1 : 0,
    has_curly_brace: text.includes('{') ? 1 : 0,
  };
  const reason = (['has_javascript', 'has_lorem_ipsum', 'has_curly_brace'] as const).find(
    (name) => measures[name] === 1,
  );
  return { measures, verdict: reason ?? KEEP };
};
