/** A key that more places than these share says nothing about any two of them. */
const MOST_SHARING = 8;

/** Two places by index, and how many rare keys they share. */
export interface SharedPair {
  readonly first: number;
  readonly second: number;
  readonly shared: number;
}

/**
 * The pairs of places that share at least `least` rare keys, in order of the second place. Linear in the keys: one that
 * stands in many places is passed over.
 */
export function findSharedPairs(keys: readonly Iterable<number>[], least: number): SharedPair[] {
  const holders = new Map<number, number[]>();
  keys.forEach((own, place) => {
    for (const key of own) {
      const list = holders.get(key);
      if (list === undefined) holders.set(key, [place]);
      else if (list.at(-1) !== place) list.push(place);
    }
  });
  const counts = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length > MOST_SHARING) continue;
    for (let at = 1; at < list.length; at += 1) {
      for (let before = 0; before < at; before += 1) {
        const pair = (list[at] as number) * keys.length + (list[before] as number);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .filter(([, shared]) => shared >= least)
    .sort(([a], [b]) => a - b)
    .map(([pair, shared]) => ({ first: pair % keys.length, second: Math.floor(pair / keys.length), shared }));
}
