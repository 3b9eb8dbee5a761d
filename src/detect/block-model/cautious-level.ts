import type { BlockModelDetect } from '../../model/rule.ts';

const EVEN = 0.5;

type Caution = NonNullable<BlockModelDetect['caution']>;

/**
 * The least probability of an info in a text. In whole pages, which are mostly clutter, the few unsure lines are bylines, captions
 * and sub-headings of the article; in text that somebody has cleaned they are what was overlooked.
 *
 * @param probabilities of clutter, by block
 */
export function cautiousLevel(level: number, { from, to, info }: Caution, probabilities: Float32Array): number {
  const likely = probabilities.reduce((count, probability) => count + Number(probability >= EVEN), 0);
  const share = likely / Math.max(1, probabilities.length);
  return level + Math.min(1, Math.max(0, (share - from) / (to - from))) * (info - level);
}
