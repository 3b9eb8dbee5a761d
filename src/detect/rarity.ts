import { MOST_SHARING, type Accept } from './shared-keys.ts';
import type { Unit } from './stemmed-units.ts';

/** A document of fewer places is weighed as one of so many, or else every shared word of a short text would weigh nothing. */
const FEWEST_PLACES = 30;

/** How much a stem says: the fewer places hold it, the more. */
export interface Rarity {
  /** In how many places each stem stands. */
  readonly holders: Int32Array;
  readonly weigh: (stem: number) => number;
  /** Weight of a stem that just two places hold: no shared stem weighs more. */
  readonly heaviest: number;
}

/** Of the stems of the units of one document; `size` is how many stems there are. */
export function measureRarity(units: readonly Unit[], size: number): Rarity {
  const holders = new Int32Array(size);
  for (const { content } of units) for (const stem of content) holders[stem] = (holders[stem] as number) + 1;
  const places = Math.max(units.length, FEWEST_PLACES);
  const weights = Float64Array.from({ length: units.length + 1 }, (_, count) =>
    Math.log((places + 1) / Math.max(1, count)),
  );
  return { holders, weigh: (stem) => weights[holders[stem] as number] as number, heaviest: Math.log((places + 1) / 2) };
}

/** For rounding: a pair that only just reaches the limit must not be lost to the estimate. */
const TOLERANCE = 1e-9;

/**
 * Refuses pairs that cannot reach the least overlap even if each shared rare stem weighed as much as any and the common
 * ones of the one were all in the other: nearly all pairs, without looking at their stems.
 */
export function boundOverlap(units: readonly Unit[], { holders, weigh, heaviest }: Rarity, least: number): Accept {
  const all = new Float64Array(units.length);
  const common = new Float64Array(units.length);
  units.forEach(({ content }, index) => {
    for (const stem of content) {
      const weight = weigh(stem);
      all[index] = (all[index] as number) + weight;
      if ((holders[stem] as number) > MOST_SHARING) common[index] = (common[index] as number) + weight;
    }
  });
  return (first, second, shared) => {
    const most = shared * heaviest + Math.min(common[first] as number, common[second] as number);
    return most + TOLERANCE >= least * ((all[first] as number) + (all[second] as number) - most);
  };
}
