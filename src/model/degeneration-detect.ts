/** A text that goes round in circles. */
export interface LoopDetect {
  readonly kind: 'loop';
  /**
   * `words`: exact cycles; `stutter`: the same few phrases in changing order; `characters`: cycles inside one word; `grams`:
   * share of the document in runs of words that stood before.
   */
  readonly of: 'words' | 'stutter' | 'characters' | 'grams';
  /** Longest cycle, in words or characters; for `grams` the words of a run. */
  readonly period: number;
  readonly cycles: number;
  /** Words or characters from the onset to the end; for `grams` words of the document. */
  readonly least: number;
  /** For `grams`: least share of the text's characters, 0–1. */
  readonly share?: number;
}

/** Runs of content words without grammar. A score grows along such a run and shrinks at all that holds a sentence together. */
export interface SaladDetect {
  readonly kind: 'salad';
  /** Added for a content word right after another, by length of the word and by whether it begins with a capital. */
  readonly reward: { readonly long: number; readonly middle: number; readonly short: number; readonly capital: number };
  /** Characters of the longest short and of the longest middle word. */
  readonly longest: { readonly short: number; readonly middle: number };
  /** Subtracted. */
  readonly cost: {
    readonly functional: number;
    readonly punctuation: number;
    readonly digit: number;
    readonly line: number;
    readonly blankLine: number;
  };
  /** Words that cost as much as function words: interjections and answers of speech. */
  readonly fillers?: readonly string[];
  /** A run ends when the score falls so far below its peak, … */
  readonly drop: number;
  /** … and begins, looked at from its peak, where the score has fallen so far. */
  readonly onsetDrop: number;
  /** Least peak of a finding (reported one severity below the rule's own) and of a sure one. */
  readonly peak: number;
  readonly surePeak: number;
  /** Blocks of fewer words only cost, … */
  readonly blockWords: number;
  /** … and blocks that add less to the run are not reported. */
  readonly blockPeak: number;
}
