/** The n-grams of a list of words, joined by `glue`. */
export function ngramsOf(words: readonly string[], n: number, glue: string): string[] {
  const ngrams: string[] = [];
  for (let at = 0; at + n <= words.length; at += 1) ngrams.push(words.slice(at, at + n).join(glue));
  return ngrams;
}

export function countEach(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The most frequent item; of equals the first seen, as `Counter.most_common` has it. */
export function mostCommon(counts: ReadonlyMap<string, number>): [item: string, count: number] | undefined {
  let best: [string, number] | undefined;
  for (const entry of counts) if (best === undefined || entry[1] > best[1]) best = entry;
  return best;
}

/** How many items repeat an earlier one, and how long those are together. */
export function findRepeats(
  items: readonly string[],
  lengthOf: (item: string) => number,
): { count: number; length: number } {
  const seen = new Set<string>();
  let count = 0;
  let length = 0;
  for (const item of items) {
    if (seen.has(item)) {
      count += 1;
      length += lengthOf(item);
    } else seen.add(item);
  }
  return { count, length };
}

/** Marks each word that belongs to an n-gram seen more than once. */
export function markRepeated(ngrams: readonly string[], counts: ReadonlyMap<string, number>, n: number): Uint8Array {
  const marked = new Uint8Array(ngrams.length + n);
  ngrams.forEach((ngram, at) => {
    if ((counts.get(ngram) ?? 0) > 1) marked.fill(1, at, at + n);
  });
  return marked;
}
