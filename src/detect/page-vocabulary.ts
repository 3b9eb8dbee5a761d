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
  /** Beginnings of the words one of which a brief page must have. */
  readonly things: ReadonlySet<string>;
}

/** Looks for pages of a few words of which most are words that servers and gates use; for those no phrase has been seen of. */
export function createVocabularyTest(rules: readonly PageRule[]): (analysis: Analysis) => VocabularyMatch | undefined {
  const vocabularies = rules.flatMap((rule): Vocabulary[] => {
    const { vocabulary } = rule.detect;
    if (vocabulary === undefined) return [];
    const index = createPhraseIndex(vocabulary.phrases.map((phrase) => ({ entry: 0, phrase })));
    return [{ rule, index, stems: readStems(vocabulary.stems), things: readStems(vocabulary.brief?.things ?? []) }];
  });
  return (analysis) => {
    for (const vocabulary of vocabularies) {
      const match = matchVocabulary(analysis, vocabulary);
      if (match !== undefined) return { rule: vocabulary.rule, match };
    }
    return undefined;
  };
}

function readStems(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => entry.trim().split(/\s+/)));
}

function matchVocabulary(analysis: Analysis, own: Vocabulary): WordRange | undefined {
  const { vocabulary, mostProse } = own.rule.detect;
  if (vocabulary === undefined || analysis.words.count > mostProse) return undefined;
  const { known, different, first } = markKnown(analysis, own);
  const share = shareOf(analysis, known);
  const suffices = (limits: { readonly least: number; readonly share: number }): boolean =>
    different.size >= limits.least && share >= limits.share;
  if (!suffices(vocabulary) && !isBrief(analysis, own, suffices)) return undefined;
  const from = known.indexOf(1);
  return first ?? { from, to: from + 1 };
}

function isBrief(
  analysis: Analysis,
  { rule, things }: Vocabulary,
  suffices: (limits: { readonly least: number; readonly share: number }) => boolean,
): boolean {
  const brief = rule.detect.vocabulary?.brief;
  if (brief === undefined || analysis.words.count > brief.words) return false;
  return suffices(brief) && hasThing(analysis, things);
}

/** The words of the vocabulary, by place and by hash, and the first phrase of it. */
interface Known {
  readonly known: Uint8Array;
  readonly different: Set<number>;
  first?: WordRange;
}

function markKnown(analysis: Analysis, { index, stems }: Vocabulary): Known {
  const { words, document, blocks } = analysis;
  const marks: Known = { known: new Uint8Array(words.count), different: new Set() };
  for (const block of document.blocks) {
    if (block.kind === 'code') continue;
    const { wordStart, wordEnd } = blocks[block.index] as BlockFeatures;
    markStems(analysis, stems, { ...marks, from: wordStart, to: wordEnd });
    for (const match of index.find(document.text, words, { from: wordStart, to: wordEnd })) {
      marks.first ??= match;
      marks.known.fill(1, match.from, match.to);
      marks.different.add(words.hashes[match.from] as number);
    }
  }
  return marks;
}

const SHORTEST_STEM = 2;
const LONGEST_STEM = 12;

function markStems(
  analysis: Analysis,
  stems: ReadonlySet<string>,
  { known, different, from, to }: WordRange & { readonly known: Uint8Array; readonly different: Set<number> },
): void {
  for (let word = from; word < to; word += 1) {
    if (!beginsAs(analysis, word, stems)) continue;
    known[word] = 1;
    different.add(analysis.words.hashes[word] as number);
  }
}

function hasThing(analysis: Analysis, things: ReadonlySet<string>): boolean {
  for (let word = 0; word < analysis.words.count; word += 1) if (beginsAs(analysis, word, things)) return true;
  return false;
}

/** Whether a word begins with one of the stems. */
function beginsAs({ document, words }: Analysis, word: number, stems: ReadonlySet<string>): boolean {
  const text = foldWord(document.text.slice(words.starts[word], words.ends[word]));
  for (let length = SHORTEST_STEM; length <= Math.min(text.length, LONGEST_STEM); length += 1) {
    if (stems.has(text.slice(0, length))) return true;
  }
  return false;
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
