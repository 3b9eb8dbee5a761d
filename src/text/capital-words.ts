import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { once } from './once.ts';
import { hashWord } from './words.ts';

export interface CapitalWords {
  /** The word as it is written, when it only exists with a capital letter. */
  nameOf(hash: number): string | undefined;
  /** Whether the list has the word in lower case. */
  isCommon(hash: number): boolean;
}

const FEWEST_LETTERS = 4;

/** The door to `dictionary-en`, Hunspell's word list: names of people, places, peoples, loaded on first use. */
export const capitalWords = once((): CapitalWords => {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const names = new Map<number, string>();
  const common = new Set<number>();
  for (const line of readFileSync(join(folder, 'index.dic'), 'utf8').split('\n')) {
    const [word = '', flags = ''] = line.trim().split('/');
    if (word !== word.toLowerCase()) addName(names, word, flags);
    else common.add(hashWord(word));
  }
  return { nameOf: (hash) => (common.has(hash) ? undefined : names.get(hash)), isCommon: (hash) => common.has(hash) };
});

/** Flag S: the plural in -s; acronyms and names with capitals inside are left out. */
function addName(names: Map<number, string>, word: string, flags: string): void {
  if (!/^[A-Z][a-z]+$/.test(word) || word.length < FEWEST_LETTERS) return;
  names.set(hashWord(word), word);
  if (flags.includes('S')) names.set(hashWord(`${word}s`), `${word}s`);
}
