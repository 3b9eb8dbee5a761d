import type { Analysis } from '../model/analysis.ts';

/** A line of verse has no more words than this. */
const LONGEST_LINE = 16;
/** A stanza has at least so many lines that follow one another without a blank line. */
const FEWEST_LINES = 2;
/** One of the two stanzas that share a refrain has at least so many lines. */
const FEWEST_LINES_OF_ONE = 3;

/** Tells whether two blocks are the same line of two stanzas. */
export type IsRefrain = (first: number, second: number) => boolean;

/**
 * Finds the stanzas of a text: short lines that follow one another without a blank line. A line that comes again from stanza
 * to stanza is a refrain, not a repeat.
 */
export function findRefrains({ document, blocks }: Analysis): IsRefrain {
  const stanzas = new Uint32Array(document.blocks.length);
  let from = 0;
  document.blocks.forEach((block, index) => {
    const features = blocks[index];
    const count = features === undefined ? 0 : features.wordEnd - features.wordStart;
    const isLine = block.container === 'verse' || (block.kind === 'paragraph' && count <= LONGEST_LINE);
    if (block.spaced || !isLine) {
      stanzas.fill(index - from, from, index);
      from = isLine ? index : index + 1;
    }
  });
  stanzas.fill(document.blocks.length - from, from);
  return (first, second) => {
    const lines = [stanzas[first] ?? 0, stanzas[second] ?? 0] as const;
    return Math.min(...lines) >= FEWEST_LINES && Math.max(...lines) >= FEWEST_LINES_OF_ONE;
  };
}
