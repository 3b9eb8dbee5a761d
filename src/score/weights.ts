import type { Family, Severity } from '../model/rule.ts';

/** How findings become points and points a verdict. Described with worked examples in docs/scoring.md. */
export interface Scoring {
  /** Below this score a document fails. */
  readonly fail: number;
  /** Below this score a document wants a reader. */
  readonly review: number;
  /** Share of its extent that a finding costs, by severity. */
  readonly extent: Readonly<Record<Severity, number>>;
  /** Share of the remaining points that a symptom costs, by severity. */
  readonly symptom: Readonly<Record<Severity, number>>;
  /** Share of the remaining points that a page costs which is not the article at all. */
  readonly blocked: number;
  /** Code units that a finding of a family spoils at least: a misspelt word costs its reader more than its letters. */
  readonly leastExtent: Readonly<Partial<Record<Family, number>>>;
}

export const DEFAULT_SCORING: Scoring = {
  fail: 50,
  review: 85,
  extent: { info: 0, warning: 1, error: 1 },
  symptom: { info: 0, warning: 0.2, error: 0.6 },
  blocked: 1,
  leastExtent: { spun: 40, damage: 40 },
};
