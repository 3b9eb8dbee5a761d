/** The share of blocks that can be expected to be judged right, given each one's probability of clutter: 0.5 to 1. */
export function expectedAccuracy(probabilities: Float32Array): number {
  if (probabilities.length === 0) return 1;
  let right = 0;
  for (const probability of probabilities) right += Math.max(probability, 1 - probability);
  return right / probabilities.length;
}
