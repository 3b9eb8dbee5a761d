import type { Analysis } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';
import { createMinHash, DEFAULT_SHAPE } from '../text/minhash.ts';
import { shingleHashes, wideHashRange } from '../text/shingles.ts';

/** What is kept of a block to find it in other documents. Offsets are of `Document.text`. */
export interface BlockPrint extends Span {
  readonly index: number;
  readonly key: number;
  readonly words: number;
  /** Before the first long paragraph or after the last, where pages have their frame; without such a paragraph nowhere. */
  readonly framed: boolean;
}

/** What is kept of a document: hashes and offsets, nothing of its text. */
export interface Fingerprint {
  readonly blocks: readonly BlockPrint[];
  readonly words: number;
  /** MinHash of the word shingles, made when asked for. */
  sign(): Uint32Array;
}

/** A paragraph of so many words is prose. */
export const PROSE_WORDS = 25;
export const SHINGLE = 5;
const SLOTS = DEFAULT_SHAPE.bands * DEFAULT_SHAPE.rows;
const LETTERS = /\p{L}{2}/u;

export function fingerprint(analysis: Analysis): Fingerprint {
  const { document, words } = analysis;
  const counts = analysis.blocks.map(({ wordStart, wordEnd }) => wordEnd - wordStart);
  const firstProse = counts.findIndex((count) => count >= PROSE_WORDS);
  const lastProse = counts.findLastIndex((count) => count >= PROSE_WORDS);
  const blocks = document.blocks.flatMap((block, index) => {
    const features = analysis.blocks[index];
    if (features === undefined || block.container === 'code') return [];
    if (!LETTERS.test(document.text.slice(block.start, block.end))) return [];
    return {
      index,
      start: block.start,
      end: block.end,
      key: wideHashRange(words.hashes, features.wordStart, features.wordEnd),
      words: counts[index] as number,
      framed: firstProse >= 0 && (index < firstProse || index > lastProse),
    };
  });
  return {
    blocks,
    words: words.count,
    sign: () => createMinHash(SLOTS)(shingleHashes(words.hashes, SHINGLE)),
  };
}
