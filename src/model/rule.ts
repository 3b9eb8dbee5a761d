import type { DamageDetect } from './damage-detect.ts';
import type {
  ElementDetect,
  LineDetect,
  PageDetect,
  PatternDetect,
  PhraseDetect,
  RunDetect,
  SectionDetect,
  SwapDetect,
  TeaserRowsDetect,
  ThreadDetect,
} from './listed-detect.ts';
import type { NearRepeatDetect, RepeatDetect, RewordedDetect, TemplateDetect } from './duplicate-detect.ts';
import type { LoopDetect, SaladDetect } from './degeneration-detect.ts';
import type { BlockKind, Container } from './document.ts';
import type { Format } from './source.ts';

export const FAMILIES = ['clutter', 'chatter', 'duplicate', 'degeneration', 'spun', 'damage', 'blocked'] as const;
export type Family = (typeof FAMILIES)[number];

export const SEVERITIES = ['info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

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

export interface MetricDetect {
  readonly kind: 'metric';
  readonly measure: string;
  readonly above?: number;
  readonly below?: number;
  /** Further conditions, all of which must hold. */
  readonly and?: readonly { readonly measure: string; readonly above?: number; readonly below?: number }[];
}

export interface TableDetect {
  readonly kind: 'table';
  readonly defect: 'cell-per-line' | 'glued' | 'one-line';
  /** What columns are headed with, phrase notation: lets a table of words alone be known. */
  readonly heads?: readonly string[];
  /** Names written with a capital inside, lower case. */
  readonly names?: readonly string[];
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
  /**
   * Lets the level of an info in text rise with the share of blocks that the model expects to judge right: up to `from` it is that
   * of the levels, and `level` where the model is sure of all.
   */
  readonly sureness?: { readonly from: number; readonly level: number };
  /** Least probability at which the heading that repeats an HTML page's title is reported: it mostly heads the article. */
  readonly htmlTitle?: number;
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
  /** Weights of forms that stand in for those above in documents of a kind. */
  readonly profiles?: { readonly [P in Profile]?: Readonly<Record<string, number>> };
}

/** Kinds of documents in which an assistant's manner of speaking is more, or less, natural. */
export const PROFILES = ['article', 'readme', 'mail', 'transcript', 'code'] as const;
export type Profile = (typeof PROFILES)[number];

export type Detect =
  | BlockModelDetect
  | PhraseDetect
  | LineDetect
  | PatternDetect
  | SwapDetect
  | RunDetect
  | ThreadDetect
  | TeaserRowsDetect
  | SectionDetect
  | ElementDetect
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
