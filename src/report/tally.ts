import type { Family, Severity } from '../model/rule.ts';
import type { Verdict } from '../model/report.ts';
import type { LocatedReport } from './locate.ts';

/** How many of the worst documents a summary names. */
const WORST = 10;

export interface WorstDocument {
  readonly id: string;
  readonly score: number;
  readonly verdict: Verdict;
  readonly headline?: string;
}

/** The whole run in numbers. */
export interface Summary {
  readonly documents: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly unreadable: number;
  readonly findings: number;
  /** Findings that a baseline knows. */
  readonly known: number;
  readonly counts: Readonly<Partial<Record<Family, number>>>;
  readonly severities: Readonly<Record<Severity, number>>;
  /** The documents with the lowest scores that did not pass, worst first, at most ten. */
  readonly worst: readonly WorstDocument[];
}

/** Adds up reports as they pass; its memory does not grow with their number. */
export interface Tally {
  add(report: LocatedReport): void;
  addUnreadable(): void;
  summary(): Summary;
}

export function createTally(): Tally {
  const verdicts: Record<Verdict, number> = { pass: 0, review: 0, fail: 0 };
  const severities: Record<Severity, number> = { info: 0, warning: 0, error: 0 };
  const counts: Partial<Record<Family, number>> = {};
  const totals = { documents: 0, unreadable: 0, findings: 0, known: 0 };
  let worst: WorstDocument[] = [];
  return {
    add(report) {
      totals.documents += 1;
      totals.findings += report.findings.length;
      totals.known += report.known?.length ?? 0;
      verdicts[report.verdict] += 1;
      for (const finding of report.findings) {
        severities[finding.severity] += 1;
        counts[finding.family] = (counts[finding.family] ?? 0) + 1;
      }
      worst = withReport(worst, report);
    },
    addUnreadable() {
      totals.unreadable += 1;
    },
    summary: () => ({
      ...totals,
      verdicts: { ...verdicts },
      counts: { ...counts },
      severities: { ...severities },
      worst,
    }),
  };
}

function withReport(worst: WorstDocument[], report: LocatedReport): WorstDocument[] {
  if (report.verdict === 'pass') return worst;
  if (worst.length === WORST && report.score >= (worst.at(-1)?.score ?? 0)) return worst;
  const { id, score, verdict, headline } = report;
  const entry = { id, score, verdict, ...(headline !== undefined && { headline }) };
  return [...worst, entry].sort((a, b) => a.score - b.score).slice(0, WORST);
}
