import { WORD, type Analysis } from '../model/analysis.ts';
import { closesSentence, endOf } from './block-model/scan-marks.ts';

/** Two characters of a script written without spaces weigh as one word. */
const IDEOGRAPH_WEIGHT = 0.5;

/** Whether a block ends as a sentence does. */
export function endsSentence({ document }: Analysis, index: number): boolean {
  const block = document.blocks[index];
  return block !== undefined && closesSentence(endOf(document.text, block.start, block.end));
}

/** Fewer words are a caption or a menu, however they end. */
const FEWEST_WORDS = 8;

/** The words of a block that has at least so many and ends like a sentence; 0 for others, and where there is no block. */
export function proseWords(analysis: Analysis, index: number, fewest = FEWEST_WORDS): number {
  const features = analysis.blocks[index];
  if (features === undefined) return 0;
  const { wordStart, wordEnd } = features;
  const isUnspaced = wordEnd > wordStart && ((analysis.words.flags[wordStart] as number) & WORD.ideograph) !== 0;
  const count = (wordEnd - wordStart) * (isUnspaced ? IDEOGRAPH_WEIGHT : 1);
  return count >= fewest && endsSentence(analysis, index) ? count : 0;
}
