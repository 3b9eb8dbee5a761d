/** Blocks whose value reaches a limit: how many stand in a window, and where the next is. */

/** How many of the blocks before each index reach the limit; one longer than the document. */
export function countBefore(values: Float32Array, least: number): Int32Array {
  const sums = new Int32Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1)
    sums[index + 1] = (sums[index] as number) + ((values[index] as number) >= least ? 1 : 0);
  return sums;
}

/** How many of the blocks in `[first, last)` do, given `countBefore`; the ends may lie outside the document. */
export function countWithin(sums: Int32Array, first: number, last: number): number {
  return (sums[Math.min(sums.length - 1, last)] as number) - (sums[Math.max(0, first)] as number);
}

/** Index of the next such block behind each; the number of blocks when there is none. */
export function findNext(values: Float32Array, least: number): Int32Array {
  const next = new Int32Array(values.length);
  let found = values.length;
  for (let index = values.length - 1; index >= 0; index -= 1) {
    next[index] = found;
    if ((values[index] as number) >= least) found = index;
  }
  return next;
}
