import { numberKeys } from '../text/key-numbers.ts';

/** A key that more places than these share says nothing about any two of them. */
export const MOST_SHARING = 8;

/** Two places by index, and how many rare keys they share. */
export interface SharedPair {
  readonly first: number;
  readonly second: number;
  readonly shared: number;
}

/** A quick look at a pair before it is kept; what it refuses is never seen again. */
export type Accept = (first: number, second: number, shared: number) => boolean;

/**
 * The pairs of places that share at least `least` rare keys, in order of the second place. Linear in the keys: one that
 * stands in many places is passed over.
 */
export function findSharedPairs(
  keys: readonly ArrayLike<number>[],
  least: number,
  accept: Accept = acceptAll,
): SharedPair[] {
  const { places, counts } = numberPlaces(keys);
  const holders = new Map<number, number[]>();
  const shared = new Uint32Array(keys.length);
  const pairs: SharedPair[] = [];
  places.forEach((own, second) => {
    const touched: number[] = [];
    for (const key of own) {
      if ((counts[key] as number) > MOST_SHARING || (counts[key] as number) < 2) continue;
      const earlier = holders.get(key);
      if (earlier === undefined) {
        holders.set(key, [second]);
        continue;
      }
      for (const first of earlier) {
        if (shared[first] === 0) touched.push(first);
        shared[first] = (shared[first] as number) + 1;
      }
      earlier.push(second);
    }
    for (const first of touched.sort((one, other) => one - other)) {
      const count = shared[first] as number;
      shared[first] = 0;
      if (count >= least && accept(first, second, count)) pairs.push({ first, second, shared: count });
    }
  });
  return pairs;
}

function acceptAll(): boolean {
  return true;
}

/** The keys of each place, each once, as numbers from 0 on, and in how many places each number stands. */
function numberPlaces(keys: readonly ArrayLike<number>[]): { places: number[][]; counts: Int32Array } {
  const flat = new Int32Array(keys.reduce((sum, own) => sum + own.length, 0));
  let filled = 0;
  for (const own of keys) {
    flat.set(own, filled);
    filled += own.length;
  }
  const { numbers, counts: all } = numberKeys(flat);
  const counts = new Int32Array(all.length);
  const lastPlace = new Int32Array(all.length).fill(-1);
  let at = 0;
  const places = keys.map((own, place) => {
    const list: number[] = [];
    for (const end = at + own.length; at < end; at += 1) {
      const number = numbers[at] as number;
      // What stands only once is shared with nobody.
      if (all[number] === 1 || lastPlace[number] === place) continue;
      lastPlace[number] = place;
      counts[number] = (counts[number] as number) + 1;
      list.push(number);
    }
    return list;
  });
  return { places, counts };
}
