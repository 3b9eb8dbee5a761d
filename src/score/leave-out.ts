import type { DocumentReport, ScoredFinding } from '../model/report.ts';
import { countsOf, headlineOf, verdictOf } from './score.ts';
import type { Scoring } from './weights.ts';

type Judged<F> = Pick<DocumentReport, 'score' | 'verdict' | 'counts'> & { readonly findings: readonly F[] };

const HUNDREDTHS = 100;

/**
 * The report as if only the findings for which `keep` holds had been made: they keep their points, and the points of the
 * others are given back. The shares stay those of the whole text.
 */
export function leaveOut<F extends ScoredFinding, R extends Judged<F> & { readonly headline?: string }>(
  report: R,
  keep: (finding: F, index: number) => boolean,
  scoring: Scoring,
): R {
  const findings = report.findings.filter(keep);
  if (findings.length === report.findings.length) return report;
  const lost = findings.reduce((sum, { points }) => sum + points, 0);
  const score = Math.max(0, Math.round((100 - lost) * HUNDREDTHS) / HUNDREDTHS);
  const verdict = verdictOf(findings, score, scoring);
  const { headline: _old, ...rest } = report;
  const headline = verdict === 'pass' ? undefined : headlineOf(findings);
  const judged = { ...rest, score, verdict, counts: countsOf(findings), findings };
  return (headline === undefined ? judged : { ...judged, headline }) as unknown as R;
}
