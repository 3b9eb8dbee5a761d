import type { Analysis, BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import {
  createPhraseIndex,
  type IndexedPhrase,
  type PhraseIndex,
  type PhraseMatch,
  type WordRange,
} from '../text/phrase-index.ts';
import type { Mechanism } from './detector.ts';

import { createVocabularyTest } from './page-vocabulary.ts';
import { insideInline } from './reach.ts';
import { inDocumentScope } from './scope.ts';

type PageRule = RuleOf<'page'>;

interface Clue {
  readonly rule: PageRule;
  readonly points: number;
}

/**
 * Pages that stand in for the article: the words of walls, checks and errors are all there is. An article about such
 * things holds a few of them among much else, so what decides is the share of the sentences that hold any. At most one
 * hit a document, over the whole of it, for the rule with the most evidence.
 */
export const page: Mechanism<'page'> = {
  kind: 'page',
  compile(rules) {
    const clues: Clue[] = [];
    const phrases: IndexedPhrase[] = [];
    const add = (rule: PageRule, list: readonly string[], points: number): void => {
      for (const phrase of list) {
        phrases.push({ entry: clues.length, phrase });
        clues.push({ rule, points });
      }
    };
    for (const rule of rules) {
      add(rule, rule.detect.strong, STRONG);
      add(rule, rule.detect.weak, WEAK);
      add(rule, rule.detect.against ?? [], AGAINST);
    }
    const index = createPhraseIndex(phrases);
    const testVocabulary = createVocabularyTest(rules);
    const mostProse = Math.max(...rules.map(({ detect }) => detect.mostProse));
    return (analysis) => {
      if (analysis.words.count > MOST_WORDS + mostProse) return [];
      const page = readPage(analysis, index, clues);
      const hits = judge(page, { analysis, clues });
      if (hits.length > 0 || sumAgainst(page.matches, clues) < 0) return hits;
      const found = testVocabulary(analysis);
      return found === undefined ? [] : [hitOf(found.rule, analysis, found.match)];
    };
  },
};

const STRONG = 2;
const WEAK = 1;
const AGAINST = -3;
/** A page with more words is not read: menus around an error page have been seen to hold some hundred. */
const MOST_WORDS = 400;
/** A line of fewer words that holds no clue may be a link or a heading; it counts neither way … */
const SHORT_LINE_WORDS = 8;
/** … unless such lines outnumber the words of the clues by so much. */
const MOST_SHORT_LINES = 8;

interface Page {
  readonly matches: readonly PhraseMatch[];
  /** Words that the clues account for, other words of sentences, and words of short lines. */
  readonly told: number;
  readonly prose: number;
  readonly short: number;
}

function readPage(analysis: Analysis, index: PhraseIndex, clues: readonly Clue[]): Page {
  const { document, blocks, sentences } = analysis;
  const page = { matches: [] as PhraseMatch[], told: 0, prose: 0, short: 0 };
  for (const block of document.blocks) {
    const { wordStart, wordEnd, sentenceStart, sentenceEnd } = blocks[block.index] as BlockFeatures;
    const found = cluesOf(analysis, block, index);
    page.matches.push(...found);
    if (found.length === 0 && wordEnd - wordStart < SHORT_LINE_WORDS) {
      page.short += wordEnd - wordStart;
      continue;
    }
    for (let sentence = sentenceStart; sentence < sentenceEnd; sentence += 1) {
      const range = { from: sentences.wordStart[sentence] as number, to: sentences.wordEnd[sentence] as number };
      const told = explainedBy(found, clues, range);
      page.told += told;
      page.prose += range.to - range.from - told;
    }
  }
  return page;
}

/** Code says nothing about the page; an error message in it is shown, not sent. */
function cluesOf(analysis: Analysis, block: Block, index: PhraseIndex): PhraseMatch[] {
  if (block.kind === 'code') return [];
  const { wordStart, wordEnd } = analysis.blocks[block.index] as BlockFeatures;
  return index
    .find(analysis.document.text, analysis.words, { from: wordStart, to: wordEnd })
    .filter((match) => !isQuoted(analysis, block, match));
}

/** What is quoted is spoken about. */
function isQuoted(analysis: Analysis, block: Block, { from, to }: PhraseMatch): boolean {
  const span = { start: analysis.words.starts[from] as number, end: analysis.words.ends[to - 1] as number };
  return insideInline(analysis, block, { span, kinds: ['quotation', 'code'] });
}

/** How many words of a sentence its clues account for: each for itself and some words around it. */
function explainedBy(found: readonly PhraseMatch[], clues: readonly Clue[], { from, to }: WordRange): number {
  let explained = 0;
  for (const match of found) {
    if (match.from < from || match.from >= to) continue;
    const length = match.to - match.from;
    const points = clues[match.entry]?.points ?? AGAINST;
    if (points > 0) explained += length + (points === STRONG ? STRONG_REACH : WEAK_REACH);
  }
  return Math.min(explained, to - from);
}

/** Words around a strong and around a weak clue that it accounts for. */
const STRONG_REACH = 8;
const WEAK_REACH = 2;

interface Evidence {
  points: number;
  strong?: PhraseMatch;
}

function judge(page: Page, { analysis, clues }: { analysis: Analysis; clues: readonly Clue[] }): Hit[] {
  if (page.told === 0 || page.short > MOST_SHORT_LINES * page.told) return [];
  let best: { rule: PageRule; evidence: Evidence } | undefined;
  const against = sumAgainst(page.matches, clues);
  for (const [rule, evidence] of gather(page.matches, clues)) {
    evidence.points += against;
    if (!suffices(rule, evidence, page) || !inDocumentScope(rule, analysis)) continue;
    if (isStronger(rule, evidence, best)) best = { rule, evidence };
  }
  return best === undefined ? [] : [hitOf(best.rule, analysis, best.evidence.strong as PhraseMatch)];
}

function suffices({ detect }: PageRule, { strong, points }: Evidence, { told, prose }: Page): boolean {
  return (
    strong !== undefined && points >= detect.least && told / (told + prose) >= detect.share && prose <= detect.mostProse
  );
}

/** Rules that only gather evidence give way to those that name a reason. */
function isStronger(
  rule: PageRule,
  { points }: Evidence,
  best: { rule: PageRule; evidence: Evidence } | undefined,
): boolean {
  if (best === undefined) return true;
  const named = rule.weighs !== 'evidence';
  if (named !== (best.rule.weighs !== 'evidence')) return named;
  return points > best.evidence.points;
}

/** What each rule has to say, its clues counted once each. */
function gather(matches: readonly PhraseMatch[], clues: readonly Clue[]): Map<PageRule, Evidence> {
  const seen = new Set<number>();
  const byRule = new Map<PageRule, Evidence>();
  for (const match of matches) {
    const clue = clues[match.entry];
    if (clue === undefined || clue.points < 0 || seen.has(match.entry)) continue;
    seen.add(match.entry);
    const evidence = byRule.get(clue.rule) ?? { points: 0 };
    evidence.points += clue.points;
    if (clue.points === STRONG) evidence.strong ??= match;
    byRule.set(clue.rule, evidence);
  }
  return byRule;
}

function sumAgainst(matches: readonly PhraseMatch[], clues: readonly Clue[]): number {
  const entries = new Set(matches.map(({ entry }) => entry).filter((entry) => (clues[entry]?.points ?? 0) < 0));
  return entries.size * AGAINST;
}

function hitOf(rule: PageRule, { document, words }: Analysis, { from, to }: WordRange): Hit {
  const { blocks, text } = document;
  return {
    rule,
    start: blocks[0]?.start ?? 0,
    end: blocks.at(-1)?.end ?? text.length,
    values: { found: text.slice(words.starts[from], words.ends[to - 1]) },
  };
}
