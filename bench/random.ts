/** A seeded source of choices; the same seed gives the same documents on every machine. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Prefers the front of the list as language does: frequency falls with rank. */
  readonly pickCommon: <T>(items: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
}

/** Zipf–Mandelbrot offset: without it three words would make half of all nouns. */
const FLATTENING = 15;

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to vary texts. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (items) => at(items, below(items.length)),
    pickCommon: (items) => at(items, Math.floor(FLATTENING * (1 + items.length / FLATTENING) ** next() - FLATTENING)),
    chance: (probability) => next() < probability,
  };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error('a choice among nothing');
  return item;
}
