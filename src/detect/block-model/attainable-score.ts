/**
 * The best F1 of content (by code units) that keeping some blocks and dropping the others can be expected to reach, given each
 * block's probability of clutter: the surer the model is of a page, the nearer to 1. Blocks are kept in the order of that
 * probability, which no other choice can beat (Lipton, Elkan and Narayanaswamy 2014).
 */
export function attainableScore(
  probabilities: Float32Array,
  blocks: readonly { start: number; end: number }[],
): number {
  const order = sortByProbability(probabilities);
  let all = 0;
  blocks.forEach(({ start, end }, index) => {
    all += (end - start) * (1 - (probabilities[index] as number));
  });
  let kept = 0;
  let content = 0;
  let best = 0;
  for (const index of order) {
    const { start, end } = blocks[index] as { start: number; end: number };
    kept += end - start;
    content += (end - start) * (1 - (probabilities[index] as number));
    if (2 * content > best * (kept + all)) best = (2 * content) / (kept + all);
  }
  return best;
}

/** More blocks than a string can hold paragraphs of any sense. */
const MOST_BLOCKS = 2 ** 23;

/**
 * Indexes in rising order of probability; of equal ones the first comes first. The bits of a float that is not negative rise with
 * it; with the index behind them they are numbers that sort without a function to compare them.
 */
function sortByProbability(probabilities: Float32Array): Float64Array {
  const bits = new Uint32Array(Float32Array.from(probabilities).buffer);
  const keys = Float64Array.from(bits, (bit, index) => bit * MOST_BLOCKS + index).sort();
  return keys.map((key) => key % MOST_BLOCKS);
}
