import { createHash } from 'node:crypto';
import type { Source } from '../model/source.ts';
import { parse } from '../parse/parse.ts';
import { bandKeys, createMinHash, type MinHashShape } from '../text/minhash.ts';
import { shingleHashes } from '../text/shingles.ts';
import { splitWords } from '../text/words.ts';

/** How documents are sketched; an index is made with one shape and keeps it. */
export interface SketchShape extends MinHashShape {
  /** Words in a shingle. */
  readonly shingle: number;
}

/** What an index keeps of a document. */
export interface Sketch {
  readonly words: number;
  /**
   * The lowest eight bits of each slot of the MinHash signature (b-bit minwise hashing, Li and König 2010): a quarter of the
   * size, and as good a judge of pairs that share a band.
   */
  readonly bytes: Uint8Array;
  /** One key a band; none for a document without words. */
  readonly bands: Float64Array;
}

export function createSketcher(shape: SketchShape): (source: Source) => Sketch {
  const sign = createMinHash(shape.bands * shape.rows);
  return (source) => {
    const words = splitWords(parse(source).text);
    const signature = sign(shingleHashes(words.hashes, shape.shingle));
    return {
      words: words.count,
      bytes: Uint8Array.from(signature, (value) => value & 0xff),
      bands: words.count === 0 ? new Float64Array() : bandKeys(signature, shape),
    };
  };
}

const VALUES_OF_A_BYTE = 256;

/** The Jaccard similarity that two sketches tell of, 0–1; bytes that are equal by chance are taken off. */
export function compareSketches(first: Uint8Array, second: Uint8Array): number {
  let equal = 0;
  for (let slot = 0; slot < first.length; slot += 1) if (first[slot] === second[slot]) equal += 1;
  const chance = 1 / VALUES_OF_A_BYTE;
  return Math.max(0, (equal / first.length - chance) / (1 - chance));
}

/** 64 bits that stand for a text: whether a document is known and unchanged. */
export function checkOf({ text, format }: Source): bigint {
  const digest = createHash('sha1').update(format).update('\0').update(text).digest();
  return digest.readBigInt64BE(0);
}
