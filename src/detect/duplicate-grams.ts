import { hashRange } from '../text/shingles.ts';

export interface GramShare {
  /** Share of the items' weight in runs of `size` that stood before, 0–1. */
  readonly share: number;
  /** From the first such run to the end of the last; empty without one. */
  readonly from: number;
  readonly to: number;
}

/**
 * The duplicate n-gram measure of Gopher (Rae et al. 2021, table A1) as datatrove computes it: from left to right, a run that
 * stood before counts whole and is leapt over.
 */
export function measureDuplicateGrams(
  items: Int32Array,
  size: number,
  weigh: (from: number, to: number) => number,
): GramShare {
  const seen = new Set<number>();
  let weight = 0;
  let from = -1;
  let to = 0;
  for (let at = 0; at + size <= items.length;) {
    const key = hashRange(items, at, at + size);
    if (!seen.has(key)) {
      seen.add(key);
      at += 1;
      continue;
    }
    weight += weigh(at, at + size);
    if (from < 0) from = at;
    to = at + size;
    at = to;
  }
  const all = items.length === 0 ? 0 : weigh(0, items.length);
  return { share: all > 0 ? Math.min(1, weight / all) : 0, from: Math.max(from, 0), to };
}
