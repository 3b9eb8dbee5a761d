import type { BlockKind } from './document.ts';

/** The same words again. A stretch of neighbouring blocks that stood earlier in the same order is judged as a whole. */
export interface RepeatDetect {
  readonly kind: 'repeat';
  /** Words of the longest block of the stretch, counting blocks of these kinds only. */
  readonly minWords: number;
  /** Default: all. Blocks of other kinds are reported as part of a stretch, but make none. */
  readonly kinds?: readonly BlockKind[];
  /** Blocks in the stretch. Default 1. */
  readonly least?: number;
  /** Words of the whole stretch. Default `minWords`. */
  readonly stretchWords?: number;
}

/** Mostly the same words: paragraphs that share most of their word shingles. */
export interface NearRepeatDetect extends AlikeLimits {
  readonly kind: 'near-repeat';
  /** Words in a shingle. */
  readonly shingle: number;
  /** Least Jaccard similarity of the shingle sets, 0–1. */
  readonly similarity: number;
}

/** The same statement in other words. Every given figure must be reached. */
export interface RewordedDetect extends AlikeLimits {
  readonly kind: 'reworded';
  readonly unit: 'sentence' | 'block';
  /** Least Jaccard overlap of the content words' stems, weighted by rarity in the document, 0–1. */
  readonly overlap: number;
  /** Least ordered overlap of all stems (longest common subsequence, F measure), 0–1. */
  readonly order?: number;
  /** Shared stems that stand nowhere else in the document. */
  readonly rare?: number;
  /** Names and numbers: least weighted overlap of the two sets, how many must be shared, and of these stand nowhere else. */
  readonly names?: { readonly overlap: number; readonly shared: number; readonly rare?: number };
  /** Most content words of either that the other lacks. */
  readonly changed?: number;
  /** Reported only where the document has at least so many. Default 1. */
  readonly company?: number;
  /** Sentences only: reported where at least so many make up half of a block. */
  readonly together?: number;
}

/** What `near-repeat` and `reworded` ask of two places before they compare them. */
export interface AlikeLimits {
  readonly minWords: number;
  readonly maxWords?: number;
  /** Kinds of block. Default: paragraphs. */
  readonly kinds?: readonly BlockKind[];
  /** Least words of the shorter place for each of the longer, 0–1. Default 0. */
  readonly balance?: number;
  /** Blocks from one to the other; 1 are neighbours. Default 0. */
  readonly apart?: number;
  /** More places alike than these are a form (questions, clauses, recipes), not a repeat. Default 1. */
  readonly most?: number;
  /** Whether places within quotation marks count. Default false. */
  readonly quoted?: boolean;
  /** Whether both must end as sentences do: a headline says what its text says again. Default false. */
  readonly ended?: boolean;
}

/** What several documents have in common; found only when documents are compared. */
export interface TemplateDetect {
  readonly kind: 'template';
  /** `line`: a line of the page frame; `paragraph`: one that stands in an earlier document; `document`: nearly all of it. */
  readonly of: 'line' | 'paragraph' | 'document';
  readonly minWords: number;
  readonly maxWords?: number;
  /** Lines outside the prose that a document must share with others before any of them is the page frame's. */
  readonly together?: number;
  /** A line outside the prose that so many documents have needs no company. */
  readonly documents?: number;
  /** Least share of the document that stands in one earlier document, 0–1. */
  readonly share?: number;
}
