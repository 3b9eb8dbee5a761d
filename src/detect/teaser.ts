import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import { once } from '../text/once.ts';

/** A block of which more is linked is a headline that leads elsewhere. */
const HEADLINE_LINKED = 0.8;
/** Blocks from a teaser to the headline of the next, at most. */
const NEXT_HEADLINE = 2;
/** A page with fewer paragraphs of its own before a list of teasers may be nothing but that list. */
const FEWEST_PARAGRAPHS = 3;

/** Whether the prose at a place is a teaser in a section that begins at `first`. */
export type IsTeaser = (at: number, first: number) => boolean;

/**
 * Teasers: prose below a headline that leads elsewhere, in the same element, where the markup goes on with another such headline
 * or went on with one; below an article they say in a sentence or two what other articles are about.
 */
export function findTeasers({ document: { blocks } }: Analysis, isProse: (block: Block) => boolean): IsTeaser {
  const article = once(() => findArticle(blocks, isProse));
  return (at, first) => at > first && article() < first && standsInRow(blocks, at, first);
}

/** The place of the last of the first paragraphs that are no teasers; past the end where there are too few. */
export function findArticle(blocks: readonly Block[], isProse: (block: Block) => boolean): number {
  let paragraphs = 0;
  const found = blocks.findIndex((block, at) => {
    if (isProse(block) && !isBelowHeadline(blocks, at)) paragraphs += 1;
    return paragraphs === FEWEST_PARAGRAPHS;
  });
  return found < 0 ? blocks.length : found;
}

function standsInRow(blocks: readonly Block[], at: number, first: number): boolean {
  const headline = blocks[at - 1] as Block;
  if (!isBelowHeadline(blocks, at)) return false;
  const before = blocks.slice(Math.max(first, at - 1 - NEXT_HEADLINE), at - 1);
  return [...before, ...blocks.slice(at + 1, at + 1 + NEXT_HEADLINE)].some(
    (other) => isHeadline(other) && isAlike(other, headline),
  );
}

/** Whether a block stands in the same element as the headline right above it. */
export function isBelowHeadline(blocks: readonly Block[], at: number): boolean {
  const above = blocks[at - 1];
  return above !== undefined && isHeadline(above) && above.element?.parent === blocks[at]?.element?.parent;
}

/** Whether nearly all of a block is a link. */
export function isHeadline({ element, start, end }: Block): boolean {
  return element !== undefined && element.linked > HEADLINE_LINKED * (end - start);
}

/** Whether two blocks stand in the same elements with the same class words. */
function isAlike({ element: one }: Block, { element: other }: Block): boolean {
  return one?.path.join('/') === other?.path.join('/') && one?.names[0] === other?.names[0];
}
