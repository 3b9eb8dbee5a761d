import type { Block, Inline } from '../model/document.ts';
import { trimSpan } from './space.ts';

/** Blocks without the white space at their ends; those that hold nothing else are dropped. */
export function trimBlocks(text: string, blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    const { start, end } = trimSpan(text, block.start, block.end);
    if (start < end) kept.push({ ...block, index: kept.length, start, end });
  }
  return kept;
}

/** Inlines in order, cut at the borders of blocks. */
export function clipInlines(blocks: readonly Block[], inlines: readonly Inline[]): Inline[] {
  const sorted = inlines.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const clipped: Inline[] = [];
  let first = 0;
  for (const inline of sorted) {
    while (first < blocks.length && (blocks[first]?.end ?? 0) <= inline.start) first += 1;
    for (let index = first; index < blocks.length; index += 1) {
      const block = blocks[index];
      if (block === undefined || block.start >= inline.end) break;
      const start = Math.max(block.start, inline.start);
      const end = Math.min(block.end, inline.end);
      if (start < end) clipped.push({ ...inline, start, end });
    }
  }
  return clipped.sort((one, other) => one.start - other.start || other.end - one.end);
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
    return { ...block, element: { ...block.element, linked } };
  });
}
