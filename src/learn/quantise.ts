/** A table of numbers cut into at most 64 steps a column, for fast counting. */
export interface Quantised {
  readonly rows: number;
  readonly bins: readonly Uint8Array[];
  /** Upper limits of the steps: a value is in the first step whose limit is above it. */
  readonly cuts: readonly Float32Array[];
}

const MOST_BINS = 64;
const SAMPLED = 60_000;
const CUT_DIGITS = 5;

/** @param table rows of `width` values, one after another */
export function quantise(table: Float32Array, width: number): Quantised {
  const rows = table.length / width;
  const bins: Uint8Array[] = [];
  const cuts: Float32Array[] = [];
  for (let column = 0; column < width; column += 1) {
    const limits = findCuts(table, { width, column, rows });
    cuts.push(limits);
    bins.push(assign(table, { width, column, rows }, limits));
  }
  return { rows, bins, cuts };
}

interface Column {
  readonly width: number;
  readonly column: number;
  readonly rows: number;
}

/** Midpoints between neighbouring values at the quantiles; all distinct values when there are few. */
function findCuts(table: Float32Array, { width, column, rows }: Column): Float32Array {
  const step = Math.max(1, Math.ceil(rows / SAMPLED));
  const sample = new Float32Array(Math.ceil(rows / step));
  for (let at = 0; at < sample.length; at += 1) sample[at] = table[at * step * width + column] as number;
  sample.sort();
  const cuts = new Set<number>();
  let last = 0;
  const distinct = countDistinct(sample);
  for (let at = 1; at < sample.length; at += 1) {
    const low = sample[at - 1] as number;
    const high = sample[at] as number;
    if (low === high) continue;
    if (distinct > MOST_BINS && at - last < sample.length / MOST_BINS) continue;
    last = at;
    cuts.add(roundCut(low, high));
  }
  return Float32Array.from(cuts)
    .sort()
    .slice(0, MOST_BINS - 1);
}

function countDistinct(sorted: Float32Array): number {
  let count = 1;
  for (let at = 1; at < sorted.length; at += 1) if (sorted[at] !== sorted[at - 1]) count += 1;
  return count;
}

/** The shortest number between two values, so that the weights file stays small. */
function roundCut(low: number, high: number): number {
  const middle = (low + high) / 2;
  for (let digits = 1; digits < CUT_DIGITS; digits += 1) {
    const rounded = Math.fround(Number(middle.toPrecision(digits)));
    if (rounded > low && rounded <= high) return rounded;
  }
  return Math.fround(Number(middle.toPrecision(CUT_DIGITS)));
}

function assign(table: Float32Array, { width, column, rows }: Column, cuts: Float32Array): Uint8Array {
  const bins = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) bins[row] = binOf(table[row * width + column] as number, cuts);
  return bins;
}

function binOf(value: number, cuts: Float32Array): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (cuts[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
