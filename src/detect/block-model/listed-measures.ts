import type { Analysis } from '../../model/analysis.ts';
import type { Block } from '../../model/document.ts';
import type { Hit } from '../../model/finding.ts';
import { countBefore, countWithin, findNext } from './marked-blocks.ts';
import { placeOf, type Rows } from './rows.ts';

const WINDOWS = [3, 8, 20] as const;
/** Blocks on either side whose repeats are counted. */
const REPEAT_WINDOW = 8;

/** Columns of `describeListed`. */
export const LISTED_MEASURES: readonly string[] = [
  'listed',
  'repeated',
  ...WINDOWS.flatMap((size) => [`listed before in ${size}`, `listed after in ${size}`]),
  'since listed',
  'to listed',
  `repeated in ${REPEAT_WINDOW}`,
];

/** What rules that know wordings say of each block: how sure the surest is, 0 where none speaks. */
export interface Listed {
  /** Of the rules of the family `clutter`. */
  readonly clutter: Float32Array;
  /** Of the rules that find repeats. */
  readonly repeats: Float32Array;
}

/** A hit on less of a block than this counts half. */
const MUCH_OF_BLOCK = 0.5;

/** Collects the hits of other rules by block; blocks are in order. */
export function collectListed({ document: { blocks } }: Analysis, hits: readonly Hit[]): Listed {
  const listed = { clutter: new Float32Array(blocks.length), repeats: new Float32Array(blocks.length) };
  for (const hit of hits) {
    const column = columnOf(listed, hit);
    if (column === undefined) continue;
    const sureness = hit.confidence ?? hit.rule.confidence;
    for (let at = firstEndingAfter(blocks, hit.start); at < blocks.length; at += 1) {
      const { start, end } = blocks[at] as Block;
      if (start >= hit.end) break;
      const covered = Math.min(end, hit.end) - Math.max(start, hit.start);
      const counted = covered >= (end - start) * MUCH_OF_BLOCK ? sureness : sureness / 2;
      if (counted > (column[at] as number)) column[at] = counted;
    }
  }
  return listed;
}

function columnOf(listed: Listed, { rule }: Hit): Float32Array | undefined {
  if (rule.detect.kind === 'block-model') return undefined;
  if (rule.family === 'clutter') return listed.clutter;
  return rule.family === 'duplicate' ? listed.repeats : undefined;
}

function firstEndingAfter(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Block).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rules less sure than this (dates, bylines) do not make a neighbourhood suspect. */
const SURE = 0.89;
const OUTSIDE = -2;

/** Fills the columns of `LISTED_MEASURES`. */
export function describeListed({ clutter, repeats }: Listed, rows: Rows): void {
  const count = clutter.length;
  const { values } = rows;
  const sure = countBefore(clutter, SURE);
  const again = countBefore(repeats, Number.MIN_VALUE);
  const next = findNext(clutter, SURE);
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    let at = placeOf(rows, index);
    values[at++] = clutter[index] as number;
    values[at++] = repeats[index] as number;
    for (const size of WINDOWS) {
      values[at++] = countWithin(sure, index - size, index);
      values[at++] = countWithin(sure, index + 1, index + 1 + size);
    }
    values[at++] = last < 0 ? OUTSIDE : Math.log2(index - last);
    values[at++] = (next[index] as number) >= count ? OUTSIDE : Math.log2((next[index] as number) - index);
    values[at] = countWithin(again, index - REPEAT_WINDOW, index + 1 + REPEAT_WINDOW);
    if ((clutter[index] as number) >= SURE) last = index;
  }
}
