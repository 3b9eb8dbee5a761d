import type { Analysis } from '../../model/analysis.ts';

/** Of each block: how many blocks of a document hold its words, itself included, and 1 for the first of them, else 0. */
export interface Copies {
  readonly counts: Uint32Array;
  readonly first: Uint8Array;
}

const HASH_PRIME = 0x01000193;

export function countCopies({ blocks, words }: Analysis): Copies {
  const counts = new Uint32Array(blocks.length);
  const first = new Uint8Array(blocks.length);
  const originals = new Uint32Array(blocks.length);
  const known = new Map<number, number>();
  for (let index = 0; index < blocks.length; index += 1) {
    const { wordStart, wordEnd } = blocks[index] as (typeof blocks)[number];
    let key = wordEnd - wordStart;
    for (let word = wordStart; word < wordEnd; word += 1)
      key = Math.imul(key ^ (words.hashes[word] as number), HASH_PRIME);
    const original = known.get(key);
    if (original === undefined) {
      known.set(key, index);
      first[index] = 1;
    }
    originals[index] = original ?? index;
    counts[original ?? index] = (counts[original ?? index] as number) + 1;
  }
  for (let index = 0; index < blocks.length; index += 1) counts[index] = counts[originals[index] as number] as number;
  return { counts, first };
}
