import type { Analysis } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';
import { proseWords } from './prose.ts';

/** Neighbours on each side of a copy that show where it stands. */
const NEIGHBOURS = 3;
/** Blocks from the earlier copy to the later one: nearer ones belong to the same part of a page, such as a title set twice. */
const LEAST_APART = 6;
/** Shorter blocks are captions and headings, and say nothing for the text around them. */
const FEWEST_PROSE_WORDS = 12;
/** Words of prose around a copy that stands in the text, and around one that stands aside. */
const LEAST_PROSE = 40;
const MOST_PROSE_ASIDE = 20;

/** Tells whether the earlier of two blocks stands aside, such as a teaser above an article, and the later one in the text. */
export type StandsAside = (earlier: number, later: number) => boolean;

/**
 * Of two copies the later one is the repetition, unless the earlier one stands among menus and links and the later one in
 * running text: then a reader would miss the later one.
 */
export function compareSurroundings(analysis: Analysis): StandsAside {
  const proseAround = (block: number): number => {
    let words = 0;
    for (let other = block - NEIGHBOURS; other <= block + NEIGHBOURS; other += 1)
      if (other !== block) words += proseWords(analysis, other, FEWEST_PROSE_WORDS);
    return words;
  };
  return (earlier, later) =>
    later - earlier >= LEAST_APART && proseAround(earlier) <= MOST_PROSE_ASIDE && proseAround(later) >= LEAST_PROSE;
}

/** Where the original of a copy stands. */
export function sayWhere(copy: Span, original: Span): string {
  return original.start < copy.start ? 'earlier' : 'later';
}
