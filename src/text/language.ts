import type { Words } from '../model/analysis.ts';
import { functionWords } from './function-words.ts';
import { detectWithLibrary } from './language-library.ts';

/** Undetermined, BCP 47. */
export const UNDETERMINED = 'und';

/** Counts of function words by language (the order of `functionWords().languages`) in a range of words. */
export type Profile = Uint32Array;

const FEWEST_FUNCTION_WORDS = 8;
const LEAST_LEAD = 1.3;
const SAMPLE_CHARACTERS = 2_000;
const FEWEST_SAMPLE_CHARACTERS = 24;

/**
 * The language of a text. Function words decide when they are many and agree; otherwise a library that knows 60
 * languages looks at the beginning of the text. `und` when neither is sure.
 */
export function detectLanguage(text: string, profile: Profile): string {
  const byWords = leadingLanguage(profile, FEWEST_FUNCTION_WORDS);
  if (byWords !== undefined) return byWords;
  const sample = text.slice(0, SAMPLE_CHARACTERS).trim();
  if (sample.length < FEWEST_SAMPLE_CHARACTERS) return UNDETERMINED;
  return detectWithLibrary(sample) ?? UNDETERMINED;
}

/** The language with the most function words, if it has enough and leads clearly. */
export function leadingLanguage(profile: Profile, fewest: number): string | undefined {
  let best = 0;
  let second = 0;
  let bestAt = -1;
  for (let bit = 0; bit < profile.length; bit += 1) {
    const count = profile[bit] as number;
    if (count > best) {
      second = best;
      best = count;
      bestAt = bit;
    } else if (count > second) second = count;
  }
  return best >= fewest && best >= LEAST_LEAD * second ? functionWords().languages[bestAt] : undefined;
}

/** Adds the words `[from, to)` to a profile. */
export function addToProfile(profile: Profile, masks: Int32Array, range: { from: number; to: number }): void {
  for (let word = range.from; word < range.to; word += 1) {
    let mask = masks[word] as number;
    while (mask !== 0) {
      const bit = 31 - Math.clz32(mask & -mask);
      profile[bit] = (profile[bit] as number) + 1;
      mask &= mask - 1;
    }
  }
}

/** For each word the bits of the languages it is a function word of. */
export function languageMasks(words: Words): Int32Array {
  const { maskOf } = functionWords();
  const masks = new Int32Array(words.count);
  for (let word = 0; word < words.count; word += 1) masks[word] = maskOf(words.hashes[word] as number);
  return masks;
}
