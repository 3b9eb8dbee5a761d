import type { DocumentReport, ScoredFinding } from '../model/report.ts';
import { judge } from './score.ts';
import type { Scoring } from './weights.ts';

type Judged<F> = Pick<DocumentReport, 'length' | 'headline'> & { readonly findings: readonly F[] };

/** The report as if only the findings for which `keep` holds had been made. */
export function leaveOut<F extends ScoredFinding, R extends Judged<F>>(
  report: R,
  keep: (finding: F, index: number) => boolean,
  scoring: Scoring,
): R {
  const findings = report.findings.filter(keep);
  if (findings.length === report.findings.length) return report;
  const { headline: _old, ...rest } = report;
  // judge adds points to what it is given and keeps the rest of each finding
  return { ...rest, ...judge(findings, report.length, scoring) } as unknown as R;
}
