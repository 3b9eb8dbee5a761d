import { BLOCK_MEASURES, measureColumn, type Measured } from './block-measures.ts';

/** Blocks of fewer words are short. */
export const SHORT_WORDS = 8;

const WIDTH = BLOCK_MEASURES.length;
const END = measureColumn('end');
const CAPITALS = measureColumn('capital share');
const FUNCTIONS = measureColumn('function word share');

/** What a document is like as a whole: the last columns of `CONTEXT_MEASURES` before the neighbours'. */
export function describeDocument({ count, values, words, prose }: Measured): number[] {
  let all = 0;
  let running = 0;
  let short = 0;
  let ended = 0;
  let capitals = 0;
  let functions = 0;
  for (let index = 0; index < count; index += 1) {
    const own = words[index] as number;
    const row = index * WIDTH;
    all += own;
    running += prose[index] as number;
    if (own < SHORT_WORDS) short += 1;
    const end = values[row + END] as number;
    if (end >= 1 && end <= 3) ended += 1;
    capitals += (values[row + CAPITALS] as number) * own;
    functions += (values[row + FUNCTIONS] as number) * own;
  }
  const weight = Math.max(1, all);
  const blocks = Math.max(1, count);
  const median = Float32Array.from(words).sort()[count >> 1] ?? 0;
  return [
    Math.log2(1 + count),
    Math.log2(1 + all),
    running / weight,
    short / blocks,
    ended / blocks,
    capitals / weight,
    functions / weight,
    Math.log2(1 + median),
  ];
}
