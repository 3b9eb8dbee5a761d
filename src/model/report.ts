import type { Finding } from './finding.ts';
import type { Family } from './rule.ts';
import type { Format, Unreadable } from './source.ts';

export const SCHEMA_VERSION = 1;

export const VERDICTS = ['pass', 'review', 'fail'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ScoredFinding extends Finding {
  /** Points of the score lost to this finding; over all findings they add up to `100 - score`. */
  readonly points: number;
}

/** The judgement of one document. Offsets are of the source text; lines and columns are added by the reports. */
export interface DocumentReport {
  readonly id: string;
  readonly format: Format;
  readonly language: string;
  /** 0–100, one decimal; 100 when nothing was found. */
  readonly score: number;
  readonly verdict: Verdict;
  /** Why the verdict is not `pass`, in one clause. */
  readonly headline?: string;
  /** Share of the text's characters in findings of a family, 0–1. */
  readonly shares: Readonly<Partial<Record<Family, number>>>;
  readonly counts: Readonly<Partial<Record<Family, number>>>;
  readonly measures: Readonly<Record<string, number>>;
  /** Code units of the text that was judged, which `shares` are shares of; markup and white space between blocks excluded. */
  readonly length: number;
  /** Sorted by start, end, ruleId. */
  readonly findings: readonly ScoredFinding[];
  readonly notes?: readonly string[];
}

export type AuditResult = DocumentReport | Unreadable;
