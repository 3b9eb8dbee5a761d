import type { Document } from './document.ts';

/** Bits of `Words.flags`. */
export const WORD = {
  /** The first letter is upper case. */
  capital: 1,
  /** Two or more letters, all upper case. */
  upper: 2,
  /** Holds a digit. */
  digit: 4,
  /** A function word of the document's language. */
  functional: 8,
  /** Punctuation other than hyphens and apostrophes stands between the previous word and this one. */
  afterPunctuation: 16,
  /** A line break stands between the previous word and this one. */
  afterLine: 32,
  /** A sentence begins with this word. */
  sentenceStart: 64,
  /** One character of a script written without spaces. */
  ideograph: 128,
} as const;

/** The words of `Document.text` as parallel columns; `count` entries of each are valid. */
export interface Words {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 32-bit hash of the folded word, see `text/words.ts`. Different words may share a hash: verify before you convict. */
  readonly hashes: Int32Array;
  readonly flags: Uint8Array;
}

/** Sentences as parallel columns; a sentence never crosses a block. */
export interface Sentences {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Index of the first word; the last is that of the next sentence, or `wordEnd`. */
  readonly wordStart: Uint32Array;
  readonly wordEnd: Uint32Array;
}

/** Features of the block of the same index, computed once. Word and sentence ranges are half-open indexes. */
export interface BlockFeatures {
  readonly wordStart: number;
  readonly wordEnd: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  /** BCP 47; differs from the document's language where the text switches. */
  readonly language: string;
  /** Words that are function words of the block's language. */
  readonly functional: number;
  readonly capitals: number;
  readonly digits: number;
}

export interface Analysis {
  readonly document: Document;
  /** BCP 47, `und` when undecided. */
  readonly language: string;
  readonly words: Words;
  readonly sentences: Sentences;
  readonly blocks: readonly BlockFeatures[];
  /** Numbers for the report; `characters` are code units of the source. */
  readonly measures: Measures;
}

export interface Measures {
  readonly characters: number;
  readonly words: number;
  readonly sentences: number;
  readonly [name: string]: number;
}
