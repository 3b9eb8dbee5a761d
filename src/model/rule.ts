import type { DamageDetect } from './damage-detect.ts';
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
  /** A simple expression that matches in every block the pattern matches in: tried first, where the pattern is slow. */
  readonly hint?: string;
  readonly reach?: 'match' | 'block';
  /** Searched in the whole text rather than block by block. */
  readonly across?: boolean;
}

export interface SwapDetect {
  readonly kind: 'swap';
  /** Rows of phrase (phrase notation) and expected wording, from a .tsv beside the rule or inline. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Phrases that silence the rule where they overlap the place. */
  readonly unless?: readonly string[];
  /** With fewer hits than this for each 1,000 words, over all rules of the mechanism, the hits are only `info`. */
  readonly leastDensity?: number;
  /** From this many hits for each 1,000 words on, over all rules of the mechanism, the hits are errors. */
  readonly errorDensity?: number;
}

export interface RunDetect {
  readonly kind: 'run';
  /** A neighbouring stretch of at least so many blocks of this shape. */
  readonly least: number;
  /** A longer stretch is something else; default none is too long. */
  readonly most?: number;
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
  /** The section ends before the first block of at least so many words that ends like a sentence (default 14), … */
  readonly proseWords?: number;
  /** … or before the first block of another kind, … */
  readonly kinds?: readonly BlockKind[];
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
}

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

export interface TableDetect {
  readonly kind: 'table';
  readonly defect: 'cell-per-line' | 'glued' | 'one-line';
  /** What columns are headed with, phrase notation: lets a table of words alone be known. */
  readonly heads?: readonly string[];
  /** Names written with a capital inside, lower case. */
  readonly names?: readonly string[];
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

/** Whole documents that are not the article: little text, and most of it the words of a wall, a check or an error. */
export interface PageDetect {
  readonly kind: 'page';
  /** Phrases that count two, … */
  readonly strong: readonly string[];
  /** … and one, each once, however often it stands there. */
  readonly weak: readonly string[];
  /** Phrases that speak for an article: each takes three from every rule's sum. */
  readonly against?: readonly string[];
  /** Least sum of the counts; one phrase at least must be strong. */
  readonly least: number;
  /** Least share of the words that the phrases of all such rules account for. Short lines without one count neither way. */
  readonly share: number;
  /** Most words of other sentences. */
  readonly mostProse: number;
  /** Words that suffice without a strong phrase where so large a share of the content words are among them. */
  readonly vocabulary?: {
    readonly share: number;
    /** Least number of different ones. */
    readonly least: number;
    readonly phrases: readonly string[];
    /** Beginnings of words, several to an entry. */
    readonly stems: readonly string[];
  };
}

/** Evidence of all measures of a block and its surroundings, weighed by learned forests; the weights come from `dross fit`. */
export interface BlockModelDetect {
  readonly kind: 'block-model';
  /** Usually `./name.json`; checked by the mechanism. */
  readonly weights: unknown;
  /** The same for HTML, where the markup speaks as well. */
  readonly htmlWeights?: unknown;
  /** Least probability of a finding of each severity. */
  readonly levels: Readonly<Record<Severity, number>>;
  readonly htmlLevels?: Readonly<Record<Severity, number>>;
  /** For text in scripts written without spaces, of which the weights know least. */
  readonly unspacedLevels?: Readonly<Record<Severity, number>>;
  /** Lets the level of an info depend on the F1 of content that the page allows: `base - slope * F1`, within bounds. */
  readonly htmlCaution?: {
    readonly base: number;
    readonly slope: number;
    readonly least: number;
    readonly most: number;
  };
}

/** Sentences composed of word classes, and residue of machines; see `detect/composition.ts`. */
export interface CompositionDetect {
  readonly kind: 'composition';
  /** Names of classes in order, see `parseForm`; how much each form says by itself. */
  readonly forms?: {
    readonly strong?: readonly string[];
    readonly fair?: readonly string[];
    /** Nothing alone, something beside another sign. */
    readonly weak?: readonly string[];
  };
  readonly marks?: readonly CompositionMark[];
  /** The words label an answer: all blocks up to words that close one belong to it, when those come within so many blocks. */
  readonly stretch?: number;
  /** Such words close an answer. */
  readonly closes?: boolean;
  /** Rows of language, class, phrases parted by semicolons: from a .tsv beside the rule. */
  readonly classes: readonly (readonly [string, string, string])[];
  /** Learned weights of context, from a .json beside the rule; those of the first rule count for all. */
  readonly weights: CompositionWeighting;
}

export interface CompositionMark {
  /** Words one of which the residue holds; `#` stands for any word of digits and letters, `+#` for one behind a plus sign. */
  readonly words: readonly string[];
  readonly pattern: string;
  /** What stands in or near the residue whenever it is some: the pattern is not tried without. */
  readonly near?: string;
  /** Announces residue that markup keeps out of the text (tags, addresses): looked for in the source of such documents. */
  readonly raw?: readonly string[];
  /** Upper and lower case matter. */
  readonly exact?: boolean;
  /** Default `strong`. */
  readonly strength?: 'strong' | 'fair' | 'weak';
}

/** Log odds by name of feature; `least`, `sure`, `head` and `tail` are confidences. */
export interface CompositionWeighting {
  readonly least: number;
  readonly sure: number;
  /** Least confidence of a sentence that a finding begins with, and of one that it goes on with. */
  readonly head: number;
  readonly tail: number;
  readonly form: Readonly<Record<string, number>>;
  readonly mark: Readonly<Record<string, number>>;
}

export type Detect =
  | BlockModelDetect
  | PhraseDetect
  | LineDetect
  | PatternDetect
  | SwapDetect
  | RunDetect
  | SectionDetect
  | MetricDetect
  | RepeatDetect
  | NearRepeatDetect
  | RewordedDetect
  | LoopDetect
  | TemplateDetect
  | SaladDetect
  | PageDetect
  | TableDetect
  | DamageDetect
  | CompositionDetect;

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
