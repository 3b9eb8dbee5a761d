import { WORD, type Words } from '../model/analysis.ts';
import { once } from './once.ts';

const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** The segmenter is slow, and slower the longer its text: so many characters are counted by it, in pieces. */
const SAMPLE_CHARACTERS = 2_000;
const PIECE_CHARACTERS = 500;

/**
 * Words as a reader counts them: those of `words`, where characters of a script written without spaces (each a word of its
 * own there) are grouped by the dictionary of `Intl.Segmenter`. Beyond the first 2,000 such characters the rate of those is
 * carried forward.
 */
export function countWords(text: string, words: Words): number {
  let spaced = 0;
  let characters = 0;
  let sample = '';
  for (let word = 0; word < words.count; word += 1) {
    if (((words.flags[word] as number) & WORD.ideograph) === 0) {
      spaced += 1;
      continue;
    }
    characters += 1;
    if (characters > SAMPLE_CHARACTERS) continue;
    const joined = word > 0 && words.starts[word] === words.ends[word - 1];
    sample += `${joined ? '' : ' '}${text.charAt(words.starts[word] as number)}`;
  }
  if (characters === 0) return spaced;
  return spaced + Math.round((countSegments(sample) / Math.min(characters, SAMPLE_CHARACTERS)) * characters);
}

function countSegments(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
    for (const segment of segmenter().segment(text.slice(at, at + PIECE_CHARACTERS)))
      if (segment.isWordLike) count += 1;
  }
  return count;
}
