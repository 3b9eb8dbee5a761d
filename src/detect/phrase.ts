import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Block, InlineKind } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Anchor, PhraseDetect } from '../model/listed-detect.ts';
import { createPhraseIndex, type IndexedPhrase, type PhraseIndex, type PhraseMatch } from '../text/phrase-index.ts';
import type { Mechanism } from './detector.ts';
import { insideInline, reachOf } from './reach.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/** Word sequences, in any case and spacing; all rules share one index. */
export const phrase: Mechanism<'phrase'> = {
  kind: 'phrase',
  compile(rules) {
    const index = createPhraseIndex(rules.flatMap(phrasesOf));
    // phrases that must fill their block need not be looked for in longer ones
    const mostWords = rules.every(({ detect }) => detect.at === 'block') ? index.longest : Infinity;
    return (analysis) => {
      const active = rules.map((rule) => inDocumentScope(rule, analysis));
      const hits: Hit[] = [];
      for (const block of analysis.document.blocks) {
        const { wordStart, wordEnd } = analysis.blocks[block.index] as BlockFeatures;
        if (wordEnd - wordStart > mostWords) continue;
        for (const [rule, matches] of matchesByRule(rules, analysis, { index, active, block })) {
          for (const match of matches) hits.push(hitOf(rule, analysis, { block, match }));
        }
      }
      return hits;
    };
  },
};

/** Even entries are a rule's phrases, odd ones the phrases that silence it. */
function phrasesOf({ detect }: RuleOf<'phrase'>, at: number): IndexedPhrase[] {
  return [
    ...detect.phrases.map((phrase) => ({ entry: 2 * at, phrase })),
    ...(detect.unless ?? []).map((phrase) => ({ entry: 2 * at + 1, phrase })),
  ];
}

interface Looking {
  readonly index: PhraseIndex;
  readonly active: readonly boolean[];
  readonly block: Block;
}

const NONE: ReadonlyMap<RuleOf<'phrase'>, PhraseMatch[]> = new Map();

function matchesByRule(
  rules: readonly RuleOf<'phrase'>[],
  analysis: Analysis,
  { index, active, block }: Looking,
): ReadonlyMap<RuleOf<'phrase'>, PhraseMatch[]> {
  const { document, words, blocks } = analysis;
  const features = blocks[block.index] as BlockFeatures;
  const found = index.find(document.text, words, { from: features.wordStart, to: features.wordEnd });
  if (found.length === 0) return NONE;
  const kept = new Map<RuleOf<'phrase'>, PhraseMatch[]>();
  const silenced = new Set(found.filter(({ entry }) => entry % 2 === 1).map(({ entry }) => entry - 1));
  for (const match of found) {
    const rule = rules[match.entry >> 1];
    if (match.entry % 2 === 1 || rule === undefined || silenced.has(match.entry) || !active[match.entry >> 1]) continue;
    const reaching = stretchToEnd(match, rule.detect.at, features);
    if (stands(rule, analysis, { block, features, match: reaching }))
      kept.set(rule, [...(kept.get(rule) ?? []), reaching]);
  }
  return kept;
}

/** A phrase that must end its block lets the gap at its end take in what is left. */
export function stretchToEnd(match: PhraseMatch, anchor: Anchor | undefined, { wordEnd }: BlockFeatures): PhraseMatch {
  const mustEnd = anchor === 'block' || anchor === 'block-end';
  return mustEnd && wordEnd - match.to <= match.slack ? { ...match, to: wordEnd } : match;
}

/** Whether a match stands where its rule looks. */
function stands(rule: RuleOf<'phrase'>, analysis: Analysis, standing: Standing): boolean {
  return (
    inBlockScope(rule, analysis, standing.block) &&
    isAnchored(rule.detect.at ?? 'anywhere', analysis, standing) &&
    !isSetApart(rule, analysis, standing)
  );
}

interface Standing {
  readonly block: Block;
  readonly features: BlockFeatures;
  readonly match: PhraseMatch;
}

function isAnchored(anchor: Anchor, { words }: Analysis, { features, match }: Standing): boolean {
  const atStart = match.from === features.wordStart;
  const atEnd = match.to === features.wordEnd;
  switch (anchor) {
    case 'anywhere':
      return true;
    case 'block-start':
      return atStart;
    case 'block-end':
      return atEnd;
    case 'block':
      return atStart && atEnd;
    case 'sentence-start':
      return ((words.flags[match.from] as number) & WORD.sentenceStart) !== 0;
  }
}

const SILENT_INLINES: readonly InlineKind[] = ['code', 'quotation'];

/** Words in inline code or quotation marks are spoken about; a rule that names its containers has thought of that. */
function isSetApart(rule: RuleOf<'phrase'>, analysis: Analysis, { block, match }: Standing): boolean {
  if (rule.scope?.containers !== undefined) return false;
  return insideInline(analysis, block, { span: spanOf(analysis, match), kinds: SILENT_INLINES });
}

function spanOf({ words }: Analysis, { from, to }: PhraseMatch): { start: number; end: number } {
  return { start: words.starts[from] as number, end: words.ends[to - 1] as number };
}

function hitOf(
  rule: RuleOf<'phrase'>,
  analysis: Analysis,
  { block, match }: { block: Block; match: PhraseMatch },
): Hit {
  const span = spanOf(analysis, match);
  const found = analysis.document.text.slice(span.start, span.end);
  return { rule, ...reachOf(analysis, block, { span, reach: defaultReach(rule.detect) }), values: { found } };
}

function defaultReach(detect: PhraseDetect): 'match' | 'sentence' | 'block' {
  return detect.reach ?? (detect.at === 'block' ? 'block' : 'match');
}
