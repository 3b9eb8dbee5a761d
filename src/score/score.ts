import type { Finding } from '../model/finding.ts';
import type { ScoredFinding, Verdict } from '../model/report.ts';
import { FAMILIES, type Family } from '../model/rule.ts';
import { losePoints } from './points.ts';
import type { Scoring } from './weights.ts';

/** The numbers of a report. */
export interface Judgement {
  readonly score: number;
  readonly verdict: Verdict;
  readonly headline?: string;
  readonly shares: Partial<Record<Family, number>>;
  readonly counts: Partial<Record<Family, number>>;
  readonly findings: readonly ScoredFinding[];
}

const HUNDREDTHS = 100;
const TEN_THOUSANDTHS = 10_000;

/** Judges a document by its findings, sorted by place, and the length of its text in code units. */
export function judge(findings: readonly Finding[], length: number, scoring: Scoring): Judgement {
  const points = losePoints(findings, length, scoring);
  const scored = findings.map((finding, at) => addPoints(finding, points[at] as number));
  const lost = points.reduce((sum, value) => sum + value, 0);
  const score = Math.max(0, Math.round((100 - lost) * HUNDREDTHS) / HUNDREDTHS);
  const verdict = verdictOf(findings, score, scoring);
  const headline = verdict === 'pass' ? undefined : headlineOf(scored);
  return {
    score,
    verdict,
    ...(headline !== undefined && { headline }),
    shares: sharesOf(findings, length),
    counts: countsOf(findings),
    findings: scored,
  };
}

/** Field by field, of the findings that have no others: a spread followed by a field is ten times as slow. */
function addPoints(finding: Finding, points: number): ScoredFinding {
  if (finding.related !== undefined || finding.fix !== undefined || 'points' in finding) return { ...finding, points };
  const { ruleId, family, severity, confidence, message, weighs, start, end } = finding;
  return { ruleId, family, severity, confidence, message, weighs, start, end, points };
}

function verdictOf(findings: readonly Finding[], score: number, scoring: Scoring): Verdict {
  if (findings.some(({ family, severity }) => family === 'blocked' && severity === 'error')) return 'fail';
  if (score < scoring.fail) return 'fail';
  return score < scoring.review ? 'review' : 'pass';
}

/** What is wrong in one clause: the page that is not an article, else the costliest symptom, else the costliest family. */
function headlineOf(findings: readonly ScoredFinding[]): string | undefined {
  const blocked = costliestOf(findings, ({ family, severity }) => family === 'blocked' && severity === 'error');
  const symptom = costliestOf(findings, ({ weighs, points }) => weighs === 'symptom' && points > 0);
  const named = blocked ?? symptom;
  if (named !== undefined) return named.message;
  const [family, lost] = lossByFamily(findings);
  return family === undefined ? undefined : `${family} costs ${Math.round(lost)} of 100 points`;
}

/** The first of those that cost most. */
function costliestOf(
  findings: readonly ScoredFinding[],
  isMeant: (finding: ScoredFinding) => boolean,
): ScoredFinding | undefined {
  let costliest: ScoredFinding | undefined;
  for (const finding of findings)
    if (isMeant(finding) && (costliest === undefined || finding.points > costliest.points)) costliest = finding;
  return costliest;
}

function lossByFamily(findings: readonly ScoredFinding[]): [Family | undefined, number] {
  let worst: [Family | undefined, number] = [undefined, 0];
  for (const family of FAMILIES) {
    const lost = findings.reduce((sum, finding) => (finding.family === family ? sum + finding.points : sum), 0);
    if (lost > worst[1]) worst = [family, lost];
  }
  return worst;
}

function sharesOf(findings: readonly Finding[], length: number): Partial<Record<Family, number>> {
  return byFamily(findings, (own) => {
    const covered = own.reduce((sum, { start, end }) => sum + end - start, 0);
    return Math.min(1, Math.round((covered / Math.max(1, length)) * TEN_THOUSANDTHS) / TEN_THOUSANDTHS);
  });
}

function countsOf(findings: readonly Finding[]): Partial<Record<Family, number>> {
  return byFamily(findings, (own) => own.length);
}

function byFamily(
  findings: readonly Finding[],
  measure: (own: readonly Finding[]) => number,
): Partial<Record<Family, number>> {
  const result: Partial<Record<Family, number>> = {};
  for (const family of FAMILIES) {
    const own = findings.filter((finding) => finding.family === family);
    if (own.length > 0) result[family] = measure(own);
  }
  return result;
}
