import { WORD, type Words } from '../model/analysis.ts';
import { once } from './once.ts';

const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/**
 * Words as a reader counts them: those of `words`, with each run of characters of a script written without spaces
 * (each a word of its own there) counted by the dictionary of `Intl.Segmenter`.
 */
export function countWords(text: string, words: Words): number {
  let count = 0;
  for (let word = 0; word < words.count; word += 1) {
    if (!isIdeograph(words, word)) {
      count += 1;
      continue;
    }
    const start = words.starts[word] as number;
    while (word + 1 < words.count && isIdeograph(words, word + 1) && words.starts[word + 1] === words.ends[word])
      word += 1;
    for (const segment of segmenter().segment(text.slice(start, words.ends[word]))) if (segment.isWordLike) count += 1;
  }
  return count;
}

function isIdeograph(words: Words, index: number): boolean {
  return ((words.flags[index] as number) & WORD.ideograph) !== 0;
}
