import type { Block, ElementEvidence, Inline } from '../model/document.ts';
import { makeBlock } from './make-block.ts';
import { trimSpan } from './space.ts';

/** Blocks without the white space at their ends; those that hold nothing else are dropped. */
export function trimBlocks(text: string, blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    const { start, end } = trimSpan(text, block.start, block.end);
    if (start >= end) continue;
    kept.push(makeBlock(block, { index: kept.length, start, end, spaced: block.spaced }, block.element));
  }
  return kept;
}

/** Inlines in order, cut at the borders of blocks. */
export function clipInlines(blocks: readonly Block[], inlines: readonly Inline[]): readonly Inline[] {
  const sorted = sortInlines(inlines);
  const clipped: Inline[] = [];
  let first = 0;
  for (const inline of sorted) {
    while (first < blocks.length && (blocks[first]?.end ?? 0) <= inline.start) first += 1;
    for (let index = first; index < blocks.length; index += 1) {
      const block = blocks[index];
      if (block === undefined || block.start >= inline.end) break;
      const start = Math.max(block.start, inline.start);
      const end = Math.min(block.end, inline.end);
      if (start < end) clipped.push(clipInline(inline, start, end));
    }
  }
  return sortInlines(clipped);
}

/** They mostly are in order: to see that costs a tenth of sorting them. */
function sortInlines(inlines: readonly Inline[]): readonly Inline[] {
  for (let at = 1; at < inlines.length; at += 1)
    if (inOrder(inlines[at - 1] as Inline, inlines[at] as Inline) > 0) return inlines.toSorted(inOrder);
  return inlines;
}

/** By start, the longer one first. */
function inOrder(one: Inline, other: Inline): number {
  return one.start - other.start || other.end - one.end;
}

export function mergeInlines(some: readonly Inline[], others: readonly Inline[]): readonly Inline[] {
  if (others.length === 0) return some;
  return some.length === 0 ? others : [...some, ...others].sort(inOrder);
}

/** Fills in how much of each block of a DOM lies inside links. */
export function countLinked(blocks: readonly Block[], inlines: readonly Inline[]): Block[] {
  let at = 0;
  return blocks.map((block) => {
    if (block.element === undefined) return block;
    let linked = 0;
    for (; at < inlines.length && (inlines[at]?.start ?? 0) < block.end; at += 1) {
      const inline = inlines[at];
      if (inline?.kind === 'link' && inline.start >= block.start) linked += inline.end - inline.start;
    }
    return linked === 0 ? block : makeBlock(block, block, withLinked(block.element, linked));
  });
}

function withLinked(element: ElementEvidence, linked: number): ElementEvidence {
  const { path, names, roles, hidden, alike, parent } = element;
  return { path, names, roles, linked, hidden, alike, parent };
}

function clipInline(inline: Inline, start: number, end: number): Inline {
  if (inline.start === start && inline.end === end) return inline;
  const { kind, href } = inline;
  return href === undefined ? { kind, start, end } : { kind, start, end, href };
}
