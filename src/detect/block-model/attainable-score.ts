/**
 * The best F1 of content (by code units) that keeping some blocks and dropping the others can be expected to reach, given each
 * block's probability of clutter: the surer the model is of a page, the nearer to 1. Blocks are kept in the order of that
 * probability, which no other choice can beat (Lipton, Elkan and Narayanaswamy 2014).
 */
export function attainableScore(
  probabilities: Float32Array,
  blocks: readonly { start: number; end: number }[],
): number {
  const order = Uint32Array.from(probabilities, (_, index) => index).sort(
    (a, b) => (probabilities[a] as number) - (probabilities[b] as number),
  );
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
