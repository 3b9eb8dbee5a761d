import { WORD, type Analysis, type BlockFeatures, type Words } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { createPhraseIndex, type PhraseIndex, type PhraseMatch } from '../text/phrase-index.ts';
import type { Mechanism } from './detector.ts';
import { readMarked } from './marked-phrase.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';
import { isDense } from './swap-density.ts';

type SwapRule = RuleOf<'swap'>;

/**
 * Wordings that stand where another is usual, each with the usual one as the fix. All pairs of all rules share one phrase index.
 * A rule may ask for company: below its density its hits are no more than `info`.
 */
export const swap: Mechanism<'swap'> = {
  kind: 'swap',
  compile(rules) {
    const entries = rules.flatMap((rule) => [
      ...rule.detect.pairs.map(([phrase, expected]) => ({ rule, ...readMarked(phrase), expected })),
      ...(rule.detect.unless ?? []).map((phrase) => ({ rule, ...readMarked(phrase), expected: undefined })),
    ]);
    const index = createPhraseIndex(entries.map(({ phrase }, entry) => ({ entry, phrase })));
    return (analysis) => {
      const active = new Set(rules.filter((rule) => inDocumentScope(rule, analysis)));
      const hits = active.size === 0 ? [] : findPairs({ index, entries, active }, analysis);
      return hits.map((hit) => weigh(hit, hits, analysis));
    };
  },
};

interface Entry {
  readonly rule: SwapRule;
  readonly phrase: string;
  /** Words before and behind the words that are meant. */
  readonly before: number;
  readonly behind: number;
  /** The expected wording can be put in the place of what was found. */
  readonly exact: boolean;
  /** None for phrases that silence the rule. */
  readonly expected: string | undefined;
}

interface Compiled {
  readonly index: PhraseIndex;
  readonly entries: readonly Entry[];
  readonly active: ReadonlySet<SwapRule>;
}

function findPairs(compiled: Compiled, analysis: Analysis): Hit[] {
  const { index, entries } = compiled;
  const { document, words, blocks } = analysis;
  return document.blocks.flatMap((block) => {
    const { wordStart, wordEnd } = blocks[block.index] as BlockFeatures;
    const matches = index.find(document.text, words, { from: wordStart, to: wordEnd });
    if (matches.length === 0) return [];
    const silencing = matches.filter(({ entry }) => entries[entry]?.expected === undefined);
    const counted = matches.filter((match) => {
      const { rule, expected } = entries[match.entry] as Entry;
      if (expected === undefined || !compiled.active.has(rule) || !inBlockScope(rule, analysis, block)) return false;
      return !isBroken(words, match) && !silencing.some((other) => overlap(other, match));
    });
    return withoutOverlaps(counted).map((match) => hitOf(entries[match.entry] as Entry, analysis, match));
  });
}

/** Of matches that overlap the one that begins first stays, and of those the longest. */
function withoutOverlaps(matches: readonly PhraseMatch[]): PhraseMatch[] {
  let behind = -1;
  const sorted = [...matches].sort((a, b) => a.from - b.from || b.to - a.to);
  return sorted.filter((match) => {
    if (match.from < behind) return false;
    behind = match.to;
    return true;
  });
}

function hitOf(entry: Entry, { document, words }: Analysis, { from, to }: PhraseMatch): Hit {
  const { rule, expected = '', before, behind, exact } = entry;
  const start = words.starts[from + before] as number;
  const end = words.ends[to - 1 - behind] as number;
  const values = { found: document.text.slice(start, end), expected };
  return { rule, start, end, ...(exact && { fix: expected }), values };
}

/** A comma or a line break parts the words. */
function isBroken({ flags }: Words, { from, to }: PhraseMatch): boolean {
  for (let word = from + 1; word < to; word += 1) {
    if (((flags[word] as number) & (WORD.afterPunctuation | WORD.sentenceStart)) !== 0) return true;
  }
  return false;
}

function overlap(a: PhraseMatch, b: PhraseMatch): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Sets the severity by the company a hit keeps. */
function weigh(hit: Hit, hits: readonly Hit[], analysis: Analysis): Hit {
  const { leastDensity, errorDensity } = (hit.rule as SwapRule).detect;
  if (leastDensity !== undefined && !isDense(hits, analysis, leastDensity)) return { ...hit, severity: 'info' };
  return errorDensity !== undefined && isDense(hits, analysis, errorDensity) ? { ...hit, severity: 'error' } : hit;
}
