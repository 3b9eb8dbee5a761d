/**
 * Length of the longest common subsequence of two sequences. Quadratic: for sentences and paragraphs, not for documents.
 */
export function longestCommonSubsequence(first: Int32Array, second: Int32Array): number {
  let above = new Int32Array(second.length + 1);
  let row = new Int32Array(second.length + 1);
  for (const item of first) {
    for (let at = 0; at < second.length; at += 1) {
      row[at + 1] =
        item === second[at] ? (above[at] as number) + 1 : Math.max(above[at + 1] as number, row[at] as number);
    }
    [above, row] = [row, above];
  }
  return above[second.length] as number;
}

/** Share of both sequences that stands in the same order in the other, 0–1 (ROUGE-L's F measure with equal weights). */
export function orderedOverlap(first: Int32Array, second: Int32Array): number {
  const length = first.length + second.length;
  return length === 0 ? 0 : (2 * longestCommonSubsequence(first, second)) / length;
}

/** What two bags share, by weight: `jaccard` of their union, `containment` of the lighter one; both 0–1. */
export interface WeightedOverlap {
  readonly jaccard: number;
  readonly containment: number;
}

export function weighOverlap(
  first: ReadonlySet<number>,
  second: ReadonlySet<number>,
  weigh: (item: number) => number,
): WeightedOverlap {
  let shared = 0;
  let firstSum = 0;
  let secondSum = 0;
  for (const item of first) {
    const weight = weigh(item);
    firstSum += weight;
    if (second.has(item)) shared += weight;
  }
  for (const item of second) secondSum += weigh(item);
  const union = firstSum + secondSum - shared;
  const lighter = Math.min(firstSum, secondSum);
  return { jaccard: union > 0 ? shared / union : 0, containment: lighter > 0 ? shared / lighter : 0 };
}

/** Jaccard similarity of two sets, 0–1. */
export function jaccard(first: ReadonlySet<number>, second: ReadonlySet<number>): number {
  let shared = 0;
  for (const item of first) if (second.has(item)) shared += 1;
  const union = first.size + second.size - shared;
  return union > 0 ? shared / union : 0;
}
