import { WORD, type Analysis } from '../../model/analysis.ts';

/** Whether most words are characters of a script written without spaces. */
export function isUnspaced({ count, flags }: Analysis['words']): boolean {
  let characters = 0;
  for (let word = 0; word < count; word += 1) if (((flags[word] as number) & WORD.ideograph) !== 0) characters += 1;
  return 2 * characters > count;
}
