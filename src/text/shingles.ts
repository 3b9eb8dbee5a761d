const MULTIPLIER = 0x9e3779b1;

/**
 * Hashes of all runs of `size` neighbouring words, from the words' hashes. A stretch shorter than `size` is one shingle.
 * Different shingles may share a hash.
 */
export function shingleHashes(hashes: Int32Array, size: number): Int32Array {
  const count = hashes.length === 0 ? 0 : Math.max(1, hashes.length - size + 1);
  const shingles = new Int32Array(count);
  for (let at = 0; at < count; at += 1) shingles[at] = hashRange(hashes, at, Math.min(at + size, hashes.length));
  return shingles;
}

/** One hash of the word hashes `[from, to)`, in order. */
export function hashRange(hashes: Int32Array, from: number, to: number): number {
  let hash = (to - from) | 0;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ (hashes[at] as number), MULTIPLIER);
    hash = ((hash << 13) | (hash >>> 19)) ^ (hash >>> 7);
  }
  return hash;
}
