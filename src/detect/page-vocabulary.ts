import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { RuleOf } from '../model/rule.ts';
import { foldWord } from '../text/words.ts';
import { createPhraseIndex, type PhraseIndex, type WordRange } from '../text/phrase-index.ts';

type PageRule = RuleOf<'page'>;

export interface VocabularyMatch {
  readonly rule: PageRule;
  /** The first words of the vocabulary. */
  readonly match: WordRange;
}

interface Vocabulary {
  readonly rule: PageRule;
  readonly index: PhraseIndex;
  readonly stems: ReadonlySet<string>;
}

/** Looks for pages of a few words of which most are words that servers and gates use; for those no phrase has been seen of. */
export function createVocabularyTest(rules: readonly PageRule[]): (analysis: Analysis) => VocabularyMatch | undefined {
  const vocabularies = rules.flatMap((rule): Vocabulary[] => {
    const { vocabulary } = rule.detect;
    if (vocabulary === undefined) return [];
    const index = createPhraseIndex(vocabulary.phrases.map((phrase) => ({ entry: 0, phrase })));
    return [{ rule, index, stems: new Set(vocabulary.stems.flatMap((entry) => entry.trim().split(/\s+/))) }];
  });
  return (analysis) => {
    for (const vocabulary of vocabularies) {
      const match = matchVocabulary(analysis, vocabulary);
      if (match !== undefined) return { rule: vocabulary.rule, match };
    }
    return undefined;
  };
}

function matchVocabulary(analysis: Analysis, { rule, index, stems }: Vocabulary): WordRange | undefined {
  const { vocabulary, mostProse } = rule.detect;
  const { words, document, blocks } = analysis;
  if (vocabulary === undefined || words.count > mostProse) return undefined;
  const known = new Uint8Array(words.count);
  const different = new Set<number>();
  let first: WordRange | undefined;
  for (const block of document.blocks) {
    if (block.kind === 'code') continue;
    const { wordStart, wordEnd } = blocks[block.index] as BlockFeatures;
    markStems(analysis, stems, { known, different, from: wordStart, to: wordEnd });
    for (const match of index.find(document.text, words, { from: wordStart, to: wordEnd })) {
      first ??= match;
      known.fill(1, match.from, match.to);
      different.add(words.hashes[match.from] as number);
    }
  }
  if (different.size < vocabulary.least) return undefined;
  if (shareOf(analysis, known) < vocabulary.share) return undefined;
  const from = known.indexOf(1);
  return first ?? { from, to: from + 1 };
}

const SHORTEST_STEM = 2;
const LONGEST_STEM = 12;

function markStems(
  { document, words }: Analysis,
  stems: ReadonlySet<string>,
  { known, different, from, to }: WordRange & { readonly known: Uint8Array; readonly different: Set<number> },
): void {
  for (let word = from; word < to; word += 1) {
    const text = foldWord(document.text.slice(words.starts[word], words.ends[word]));
    for (let length = SHORTEST_STEM; length <= Math.min(text.length, LONGEST_STEM); length += 1) {
      if (!stems.has(text.slice(0, length))) continue;
      known[word] = 1;
      different.add(words.hashes[word] as number);
      break;
    }
  }
}

/** Function words and numbers count only as part of a phrase. */
function shareOf({ words }: Analysis, known: Uint8Array): number {
  let content = 0;
  let found = 0;
  for (let word = 0; word < words.count; word += 1) {
    if (known[word] === 1) found += 1;
    else if (((words.flags[word] as number) & (WORD.functional | WORD.digit)) === 0) content += 1;
  }
  return found === 0 ? 0 : found / (found + content);
}
