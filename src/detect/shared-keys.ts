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

/** Places as the keys they hold, each key once, numbered from 0 on. */
export interface NumberedPlaces {
  readonly places: readonly Int32Array[];
  /** In how many places each key stands. */
  readonly counts: Int32Array;
}

/** As `pairPlaces`, for keys that are any numbers and may stand in a place several times. */
export function findSharedPairs(keys: readonly Int32Array[], least: number, accept: Accept = acceptAll): SharedPair[] {
  return pairPlaces(numberPlaces(keys), least, accept);
}

/**
 * The pairs of places that share at least `least` rare keys, in order of the second place. Linear in the keys: one that
 * stands in many places is passed over.
 */
export function pairPlaces(
  { places, counts }: NumberedPlaces,
  least: number,
  accept: Accept = acceptAll,
): SharedPair[] {
  const holders = createHolders(counts);
  const shared = new Uint32Array(places.length);
  const pairs: SharedPair[] = [];
  places.forEach((own, second) => {
    const touched: number[] = [];
    for (const key of own) {
      if (!isTelling(counts[key] as number)) continue;
      const start = holders.starts[key] as number;
      const end = start + (holders.filled[key] as number);
      for (let at = start; at < end; at += 1) {
        const first = holders.places[at] as number;
        if (shared[first] === 0) touched.push(first);
        shared[first] = (shared[first] as number) + 1;
      }
      holders.places[end] = second;
      holders.filled[key] = end + 1 - start;
    }
    if (touched.length > 1) touched.sort((one, other) => one - other);
    for (const first of touched) {
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

function isTelling(count: number): boolean {
  return count > 1 && count <= MOST_SHARING;
}

/** Room for the places of each telling key, one key after the other. */
interface Holders {
  readonly starts: Int32Array;
  readonly filled: Uint8Array;
  readonly places: Int32Array;
}

function createHolders(counts: Int32Array): Holders {
  const starts = new Int32Array(counts.length);
  let size = 0;
  for (let key = 0; key < counts.length; key += 1) {
    starts[key] = size;
    const count = counts[key] as number;
    if (isTelling(count)) size += count;
  }
  return { starts, filled: new Uint8Array(counts.length), places: new Int32Array(size) };
}

function numberPlaces(keys: readonly Int32Array[]): NumberedPlaces {
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
  let kept = 0;
  const places = keys.map((own, place) => {
    const start = kept;
    for (const end = at + own.length; at < end; at += 1) {
      const number = numbers[at] as number;
      // What stands only once is shared with nobody.
      if (all[number] === 1 || lastPlace[number] === place) continue;
      lastPlace[number] = place;
      counts[number] = (counts[number] as number) + 1;
      flat[kept++] = number;
    }
    return flat.subarray(start, kept);
  });
  return { places, counts };
}
