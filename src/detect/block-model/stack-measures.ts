import { bestStretch } from './best-stretch.ts';
import { meanBetween, runningSums } from '../running-sums.ts';
import { createRows, placeOf, type Rows } from './rows.ts';

const OFFSETS = [-4, -3, -2, -1, 0, 1, 2, 3, 4] as const;
const WINDOWS = [2, 5, 12, 30] as const;
const OUTSIDE = 0;
const SHARPNESS = 1;

/** Columns of `describeStack`. */
export const STACK_MEASURES: readonly string[] = [
  ...OFFSETS.map((offset) => `first score at ${offset}`),
  ...WINDOWS.flatMap((size) => [`first score before in ${size}`, `first score after in ${size}`]),
  'first score of all before',
  'first score of all after',
  'first score of the document',
  'content words share',
  'in content stretch',
  'from content stretch',
  'in block stretch',
  'from block stretch',
  'rank of first score',
];

/**
 * What the first forest's log odds of clutter say about each block's surroundings: the second forest decides over the whole
 * document (stacked sequential learning, Cohen and Carvalho 2005).
 */
export function describeStack(
  scores: Float32Array,
  words: Float32Array,
  rows: Rows = createRows(scores.length, STACK_MEASURES.length),
): Float32Array {
  const { values } = rows;
  const whole = {
    index: 0,
    scores,
    sums: runningSums(scores.length, (index) => scores[index] as number),
    ranks: ranksOf(scores),
    ...describeWhole(scores, words),
  };
  for (; whole.index < scores.length; whole.index += 1) {
    const at = writeSurroundings(values, placeOf(rows, whole.index), whole);
    writeWhole(values, at, whole);
  }
  return values;
}

interface Whole extends ReturnType<typeof describeWhole> {
  readonly scores: Float32Array;
  readonly sums: Float64Array;
  readonly ranks: Float32Array;
  /** The block whose row is written. */
  index: number;
}

function writeSurroundings(values: Float32Array, from: number, { scores, sums, index }: Whole): number {
  let at = from;
  for (let place = 0; place < OFFSETS.length; place += 1) {
    const other = index + (OFFSETS[place] as number);
    values[at++] = other >= 0 && other < scores.length ? (scores[other] as number) : OUTSIDE;
  }
  for (let window = 0; window < WINDOWS.length; window += 1) {
    const size = WINDOWS[window] as number;
    values[at++] = meanBetween(sums, index - size, index);
    values[at++] = meanBetween(sums, index + 1, index + 1 + size);
  }
  values[at++] = meanBetween(sums, 0, index);
  values[at++] = meanBetween(sums, index + 1, scores.length);
  return at;
}

function writeWhole(values: Float32Array, from: number, whole: Whole): void {
  let at = from;
  values[at++] = whole.mean;
  values[at++] = whole.contentShare;
  for (const stretch of whole.stretches) {
    values[at++] = whole.index >= stretch.first && whole.index <= stretch.last ? 1 : 0;
    values[at++] = distanceTo(stretch, whole.index);
  }
  values[at++] = whole.ranks[whole.index] as number;
}

function describeWhole(scores: Float32Array, words: Float32Array) {
  const count = scores.length;
  let content = 0;
  let all = 0;
  let sum = 0;
  const liking = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    const own = words[index] as number;
    liking[index] = -Math.tanh((scores[index] as number) / (2 * SHARPNESS));
    sum += scores[index] as number;
    all += own;
    content += (own * (1 + (liking[index] as number))) / 2;
  }
  return {
    mean: count === 0 ? 0 : sum / count,
    contentShare: all === 0 ? 0 : content / all,
    stretches: [
      bestStretch(count, (index) => (liking[index] as number) * (2 + (words[index] as number))),
      bestStretch(count, (index) => liking[index] as number),
    ],
  };
}

/** Signed logarithm of the blocks to the nearer end of a stretch. */
function distanceTo({ first, last }: { first: number; last: number }, index: number): number {
  if (index < first) return -Math.log2(1 + first - index);
  return index > last ? Math.log2(1 + index - last) : 0;
}

/** Share of the document's blocks with a lower score. */
function ranksOf(scores: Float32Array): Float32Array {
  const sorted = Float32Array.from(scores).sort();
  return scores.map((score) => firstAtLeast(sorted, score) / Math.max(1, scores.length));
}

function firstAtLeast(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
