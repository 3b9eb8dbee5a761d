import type { Source } from '../../src/model/source.ts';

/** Numbers from a seed, 0–1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Generated documents: about one in five repeats an earlier one with a few words changed. The same number and seed give the
 * same documents.
 */
export function* generateDocuments(count: number, { seed = 1, words = 120 } = {}): Generator<Source> {
  const random = createRandom(seed);
  const recent: string[][] = [];
  for (let number = 0; number < count; number += 1) {
    const copied = random() < 0.2 ? recent[Math.floor(random() * recent.length)] : undefined;
    const own = copied === undefined ? Array.from({ length: words }, () => wordOf(random)) : vary(copied, random);
    if (recent.length < 500) recent.push(own);
    else recent[Math.floor(random() * 500)] = own;
    yield { id: `d${number}`, text: `${own.join(' ')}.`, format: 'text' };
  }
}

function vary(words: readonly string[], random: () => number): string[] {
  return words.map((word) => (random() < 0.015 ? wordOf(random) : word));
}

/** Some words are common, most are not. */
function wordOf(random: () => number): string {
  return `w${Math.floor(40_000 * random() ** 3)}`;
}
