import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { DetectKind, RuleOf } from '../model/rule.ts';

/**
 * All rules of one mechanism, indexed together. Called once a document.
 * @param earlier hits of the mechanisms before it in the list, for those that weigh evidence
 */
export type Detector = (analysis: Analysis, earlier: readonly Hit[]) => readonly Hit[];

/** A way to look at a text. Gets all its rules at once, so that it can index them; must take linear time in the document. */
export interface Mechanism<K extends DetectKind> {
  readonly kind: K;
  compile(rules: readonly RuleOf<K>[]): Detector;
}

export type AnyMechanism = { [K in DetectKind]: Mechanism<K> }[DetectKind];
