import { createRequire } from 'node:module';
import { once } from './once.ts';

interface LetterPairs {
  compareTwoStrings(first: string, second: string): number;
}

const library = once((): LetterPairs => createRequire(import.meta.url)('string-similarity') as LetterPairs);

/**
 * The door to `string-similarity`: Dice's coefficient over pairs of letters, 0–1, without case. It says how alike two
 * places look; it does not tell rewordings from unrelated text, whose figure grows with their length.
 */
export function compareLetterPairs(first: string, second: string): number {
  return library().compareTwoStrings(first.toLowerCase(), second.toLowerCase());
}
