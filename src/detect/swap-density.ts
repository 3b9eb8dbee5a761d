import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';

const THOUSAND = 1_000;
/** Fewer hits are chance, however short the text. */
const FEWEST_HITS = 3;

/** Whether a text has so many odd wordings for each 1,000 words that a single one need not stand for itself. */
export function isDense(hits: readonly Hit[], { words }: Analysis, leastDensity: number): boolean {
  return hits.length >= FEWEST_HITS && hits.length * THOUSAND >= leastDensity * words.count;
}
