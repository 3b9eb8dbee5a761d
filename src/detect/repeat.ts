import type { Analysis } from '../model/analysis.ts';
import type { BlockKind } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import { SEVERITIES, type Rule } from '../model/rule.ts';
import type { RepeatDetect } from '../model/duplicate-detect.ts';
import { hashRange } from '../text/shingles.ts';
import { compareSurroundings, sayWhere, type StandsAside } from './copy-side.ts';
import type { Mechanism } from './detector.ts';
import { findRefrains, type IsRefrain } from './refrains.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/** Places of one text kept for comparison; more are not worth the time. */
const MOST_PLACES = 8;

/** Blocks that repeat earlier blocks word for word, whatever their case and punctuation. */
export const repeat: Mechanism<'repeat'> = {
  kind: 'repeat',
  compile: (rules) => (analysis) => {
    const spoken = bySeverity(rules).filter((rule) => inDocumentScope(rule, analysis));
    if (spoken.length === 0 || analysis.blocks.length < 2) return [];
    const isRefrain = findRefrains(analysis);
    const standsAside = compareSurroundings(analysis);
    // from an original that was found to stand aside to the one in the text: what comes after repeats the latter
    const moved = new Map<number, number>();
    return findStretches(analysis).flatMap((stretch) => {
      if (isAllRefrain(stretch, isRefrain)) return [];
      const rule = spoken.find((candidate) => convicts(candidate, analysis, stretch));
      if (rule === undefined) return [];
      const copy = chooseCopy({ ...stretch, first: moved.get(stretch.first) ?? stretch.first }, standsAside);
      if (copy.original > copy.copy) moved.set(copy.copy, copy.original);
      return reportCopy(rule, analysis, copy);
    });
  },
};

/** The graver rule has the first word. */
function bySeverity<R extends Rule>(rules: readonly R[]): R[] {
  return [...rules].sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

/** `length` blocks from `second` on equal those from `first` on. */
interface Stretch {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}

function findStretches(analysis: Analysis): Stretch[] {
  const places = new Map<number, number[]>();
  const stretches: Stretch[] = [];
  let open: { first: number; second: number; length: number } | undefined;
  const close = (): void => {
    if (open !== undefined) stretches.push(open);
    open = undefined;
  };
  for (let index = 0; index < analysis.blocks.length; index += 1) {
    const key = keyOf(analysis, index);
    if (key === undefined) continue;
    const earlier = places.get(key);
    if (
      open !== undefined &&
      sameWords(analysis, open.first + open.length, index) &&
      index === open.second + open.length
    ) {
      open.length += 1;
    } else {
      close();
      const first = earlier?.find((place) => sameWords(analysis, place, index));
      if (first !== undefined) open = { first, second: index, length: 1 };
    }
    if (earlier === undefined) places.set(key, [index]);
    else if (earlier.length < MOST_PLACES) earlier.push(index);
  }
  close();
  return stretches;
}

function keyOf({ words, blocks, document }: Analysis, index: number): number | undefined {
  const features = blocks[index];
  if (features === undefined || features.wordEnd === features.wordStart) return undefined;
  if (document.blocks[index]?.container === 'code') return undefined;
  return hashRange(words.hashes, features.wordStart, features.wordEnd);
}

function sameWords({ words, blocks }: Analysis, first: number, second: number): boolean {
  const one = blocks[first];
  const other = blocks[second];
  if (one === undefined || other === undefined || first >= second) return false;
  const length = one.wordEnd - one.wordStart;
  if (length !== other.wordEnd - other.wordStart || length === 0) return false;
  for (let word = 0; word < length; word += 1) {
    if (words.hashes[one.wordStart + word] !== words.hashes[other.wordStart + word]) return false;
  }
  return true;
}

function convicts(rule: Rule<RepeatDetect>, analysis: Analysis, { second, length }: Stretch): boolean {
  const { minWords, kinds, least = 1, stretchWords = minWords } = rule.detect;
  let longest = 0;
  let total = 0;
  for (let index = second; index < second + length; index += 1) {
    const count = wordCount(analysis, index);
    total += count;
    const block = analysis.document.blocks[index];
    if (block === undefined || !inBlockScope(rule, analysis, block)) continue;
    if (isOfKind(kinds, block.kind)) longest = Math.max(longest, count);
  }
  return length >= least && longest >= minWords && total >= stretchWords;
}

function isOfKind(kinds: readonly BlockKind[] | undefined, kind: BlockKind): boolean {
  return kinds === undefined || kinds.includes(kind);
}

function wordCount({ blocks }: Analysis, index: number): number {
  const features = blocks[index];
  return features === undefined ? 0 : features.wordEnd - features.wordStart;
}

function isAllRefrain({ first, second, length }: Stretch, isRefrain: IsRefrain): boolean {
  for (let at = 0; at < length; at += 1) if (!isRefrain(first + at, second + at)) return false;
  return true;
}

/** `length` blocks from `copy` on are to be reported, those from `original` on stay. */
interface Copy {
  readonly original: number;
  readonly copy: number;
  readonly length: number;
}

function chooseCopy({ first, second, length }: Stretch, standsAside: StandsAside): Copy {
  return length === 1 && standsAside(first, second)
    ? { original: second, copy: first, length }
    : { original: first, copy: second, length };
}

function reportCopy(rule: Rule<RepeatDetect>, { document }: Analysis, { original, copy, length }: Copy): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < length; at += 1) {
    const block = document.blocks[copy + at];
    const kept = document.blocks[original + at];
    if (block === undefined || kept === undefined) continue;
    hits.push({
      rule,
      start: block.start,
      end: block.end,
      values: { found: document.text.slice(block.start, block.end), where: sayWhere(block, kept) },
      related: [{ start: kept.start, end: kept.end }],
    });
  }
  return hits;
}
