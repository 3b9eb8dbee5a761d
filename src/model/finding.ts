import type { Family, Rule, Severity } from './rule.ts';
import type { Span } from './span.ts';

/** What a mechanism returns: one rule, one span of `Document.text`. */
export interface Hit extends Span {
  readonly rule: Rule;
  /** Overrides the rule's own; 0–1. */
  readonly confidence?: number;
  readonly severity?: Severity;
  /** Values for the placeholders of the rule's message; `found` is always there. */
  readonly values?: Readonly<Record<string, string>>;
  /** Other places the finding speaks of, offsets in the `Document.text` of the document named by `id` (none = this one). */
  readonly related?: readonly Related[];
  /** Where it stands in the source, when that is not in the text: an address, a tag. The span of the text is then beside it. */
  readonly source?: Span;
  /** What should stand there instead. */
  readonly fix?: string;
}

export interface Related extends Span {
  readonly id?: string;
  /** 1-based position of `start` in another document's source; the reports compute those of this document. */
  readonly line?: number;
  readonly column?: number;
}

/** A hit settled and translated: offsets are of `Source.text`. */
export interface Finding extends Span {
  readonly ruleId: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly confidence: number;
  readonly message: string;
  readonly weighs: 'symptom' | 'extent';
  readonly related?: readonly Related[];
  readonly fix?: string;
}
