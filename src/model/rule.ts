import type { BlockKind, Container } from './document.ts';
import type { Format } from './source.ts';

export const FAMILIES = ['clutter', 'chatter', 'duplicate', 'degeneration', 'spun', 'damage', 'blocked'] as const;
export type Family = (typeof FAMILIES)[number];

export const SEVERITIES = ['info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Which part of a text a rule's finding covers once its words have matched. */
export type Reach = 'match' | 'sentence' | 'block';

/** Where in a block the words must stand. */
export type Anchor = 'anywhere' | 'block-start' | 'block-end' | 'block' | 'sentence-start';

/** Limits on where a rule looks; every given limit must hold. */
export interface Scope {
  /** Containers looked at. Default: all but code and quotation. */
  readonly containers?: readonly Container[];
  readonly kinds?: readonly BlockKind[];
  readonly formats?: readonly Format[];
  /** Words of the block. */
  readonly minWords?: number;
  readonly maxWords?: number;
  /** Only the first or last so many blocks of the document. */
  readonly firstBlocks?: number;
  readonly lastBlocks?: number;
  /** Document length in words. */
  readonly minDocumentWords?: number;
  readonly maxDocumentWords?: number;
}

export interface PhraseDetect {
  readonly kind: 'phrase';
  /** Words in any case and spacing; `(a|b c|)` alternatives, `*` one word, `{0,4}` so many words. */
  readonly phrases: readonly string[];
  readonly at?: Anchor;
  readonly reach?: Reach;
  /** Phrases that silence the rule where they stand in the same block. */
  readonly unless?: readonly string[];
}

export interface LineDetect {
  readonly kind: 'line';
  /** Whole blocks, compared word by word; the same notation as phrases. */
  readonly lines: readonly string[];
}

export interface PatternDetect {
  readonly kind: 'pattern';
  /** A regular expression; named group `found` narrows the span. */
  readonly pattern: string;
  readonly flags?: string;
  /** The block is only searched when it holds one of these, compared without case. */
  readonly literals?: readonly string[];
  readonly reach?: 'match' | 'block';
  /** Searched in the whole text rather than block by block. */
  readonly across?: boolean;
}

export interface SwapDetect {
  readonly kind: 'swap';
  /** Rows of phrase and expected wording, from a .tsv beside the rule or inline. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Phrases around the place that make the wording right. */
  readonly unless?: readonly string[];
}

export interface RunDetect {
  readonly kind: 'run';
  /** A neighbouring stretch of at least so many blocks of this shape. */
  readonly least: number;
  readonly shape: RunShape;
}

export interface RunShape {
  readonly maxWords?: number;
  readonly minWords?: number;
  readonly kinds?: readonly BlockKind[];
  /** Regular expression over the whole block. */
  readonly pattern?: string;
}

export interface SectionDetect {
  readonly kind: 'section';
  /** Whole blocks that open the section, phrase notation. */
  readonly openers: readonly string[];
  /** The section ends before the first block of at least so many words (default 25) … */
  readonly proseWords?: number;
  /** … or before such a block, phrase notation, … */
  readonly closers?: readonly string[];
  /** … or after so many blocks (default 60). */
  readonly most?: number;
  /** Whether the opener alone counts when nothing of the section follows. Default true. */
  readonly openerAlone?: boolean;
}

export interface MetricDetect {
  readonly kind: 'metric';
  readonly measure: string;
  readonly above?: number;
  readonly below?: number;
  /** Further conditions, all of which must hold. */
  readonly and?: readonly { readonly measure: string; readonly above?: number; readonly below?: number }[];
}

/** Options of a mechanism that has its own file of settings; checked by that mechanism's schema. */
export interface RepeatDetect {
  readonly kind: 'repeat';
  readonly minWords: number;
  /** Only blocks of these kinds; default all but code. */
  readonly kinds?: readonly BlockKind[];
  /** Only runs of at least so many repeated neighbouring blocks. */
  readonly least?: number;
}

export interface NearRepeatDetect {
  readonly kind: 'near-repeat';
  readonly minWords: number;
  /** Least Jaccard similarity of word shingles. */
  readonly similarity: number;
  readonly shingle: number;
}

export interface TableDetect {
  readonly kind: 'table';
  readonly defect: 'cell-per-line' | 'glued' | 'cut' | 'one-line';
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

export type Detect =
  | PhraseDetect
  | LineDetect
  | PatternDetect
  | SwapDetect
  | RunDetect
  | SectionDetect
  | MetricDetect
  | RepeatDetect
  | NearRepeatDetect
  | SaladDetect
  | TableDetect;

export type DetectKind = Detect['kind'];

export interface Examples {
  /** ⟦ ⟧ mark the exact spans that must be found. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
  /** Known false alarms: asserted to still be found. */
  readonly mistaken: readonly string[];
  /** Known misses: asserted to still be missed. */
  readonly missed: readonly string[];
}

/** One file of knowledge: `rules/<family>/<name>.yaml`. */
export interface Rule<D extends Detect = Detect> {
  readonly id: string;
  readonly family: Family;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  /**
   * symptom: it makes the whole text suspect; extent: just that much text is bad; evidence: never reported by itself,
   * weighed by mechanisms that come later.
   */
  readonly weighs: 'symptom' | 'extent' | 'evidence';
  /** How often such a finding is right, 0–1. */
  readonly confidence: number;
  /** May hold `{found}` and the mechanism's own values. */
  readonly message: string;
  /** BCP 47 languages the rule speaks; none = all. */
  readonly languages?: readonly string[];
  readonly scope?: Scope;
  readonly detect: D;
  readonly examples: Examples;
  readonly sources: readonly string[];
  /** A rule from a user's folder: its regular expressions run in a linear-time engine. */
  readonly origin?: 'user';
}

export type RuleOf<K extends DetectKind> = Rule<Extract<Detect, { kind: K }>>;
