import { joinHashes } from './minhash.ts';

const MULTIPLIER = 0x9e3779b1;
const SECOND_MULTIPLIER = 0x85ebca6b;

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

/** As `hashRange`, but a safe integer of 53 bits: for keys that stand for a text among many millions. */
export function wideHashRange(hashes: Int32Array, from: number, to: number): number {
  let high = ~(to - from);
  for (let at = from; at < to; at += 1) {
    high = Math.imul(high ^ (hashes[at] as number), SECOND_MULTIPLIER);
    high = ((high << 15) | (high >>> 17)) ^ (high >>> 5);
  }
  return joinHashes(high, hashRange(hashes, from, to));
}
