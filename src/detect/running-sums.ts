/** Sums of the values before each index: one longer than `count`, so that the sum of `[first, last)` is one subtraction. */
export function runningSums(count: number, valueOf: (index: number) => number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) sums[index + 1] = (sums[index] as number) + valueOf(index);
  return sums;
}

/** Mean of the values in `[first, last)`, as far as there are any; 0 where there are none. */
export function meanBetween(sums: Float64Array, first: number, last: number): number {
  const from = Math.max(0, first);
  const to = Math.min(sums.length - 1, last);
  return to <= from ? 0 : ((sums[to] as number) - (sums[from] as number)) / (to - from);
}
