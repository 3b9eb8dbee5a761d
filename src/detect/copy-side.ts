import { WORD, type Analysis } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';
import { closesSentence, endOf } from './block-model/scan-marks.ts';

/** Neighbours on each side of a copy that show where it stands. */
const NEIGHBOURS = 3;
/** Blocks from the earlier copy to the later one: nearer ones belong to the same part of a page, such as a title set twice. */
const LEAST_APART = 6;
/** Shorter blocks are captions and headings, and say nothing for the text around them. */
const FEWEST_PROSE_WORDS = 12;
/** Words of prose around a copy that stands in the text, and around one that stands aside. */
const LEAST_PROSE = 40;
const MOST_PROSE_ASIDE = 20;
const IDEOGRAPH_WEIGHT = 0.5;

/** Tells whether the earlier of two blocks stands aside, such as a teaser above an article, and the later one in the text. */
export type StandsAside = (earlier: number, later: number) => boolean;

/**
 * Of two copies the later one is the repetition, unless the earlier one stands among menus and links and the later one in
 * running text: then a reader would miss the later one.
 */
export function compareSurroundings(analysis: Analysis): StandsAside {
  const proseAround = (block: number): number => {
    let words = 0;
    for (let offset = 1; offset <= NEIGHBOURS; offset += 1)
      words += proseWords(analysis, block - offset) + proseWords(analysis, block + offset);
    return words;
  };
  return (earlier, later) =>
    later - earlier >= LEAST_APART && proseAround(earlier) <= MOST_PROSE_ASIDE && proseAround(later) >= LEAST_PROSE;
}

/** The block's words when it is long enough and ends like a sentence. */
function proseWords({ document, blocks, words }: Analysis, index: number): number {
  const block = document.blocks[index];
  const features = blocks[index];
  if (block === undefined || features === undefined) return 0;
  if (!closesSentence(endOf(document.text, block.start, block.end))) return 0;
  const { wordStart, wordEnd } = features;
  const isUnspaced = wordEnd > wordStart && ((words.flags[wordStart] as number) & WORD.ideograph) !== 0;
  const count = (wordEnd - wordStart) * (isUnspaced ? IDEOGRAPH_WEIGHT : 1);
  return count >= FEWEST_PROSE_WORDS ? count : 0;
}

/** Where the original of a copy stands. */
export function sayWhere(copy: Span, original: Span): string {
  return original.start < copy.start ? 'earlier' : 'later';
}
