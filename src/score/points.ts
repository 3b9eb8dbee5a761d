import type { Finding } from '../model/finding.ts';
import type { Scoring } from './weights.ts';

const FULL = 100;

/**
 * Points lost to each finding, in the order given; their sum is at most 100. First extent: each code unit of the text
 * that a finding spoils costs its share of 100 points, weighed by confidence and counted once. Then symptoms: each rule
 * that condemns the text as a whole takes its share of what is left, once, however often it was found.
 */
export function losePoints(findings: readonly Finding[], length: number, scoring: Scoring): number[] {
  const points = extentPoints(findings, length, scoring);
  const lost = points.reduce((sum, value) => sum + value, 0);
  addSymptomPoints(points, FULL - lost, { findings, scoring });
  return points.map((value) => Math.round(value * FULL) / FULL);
}

function extentPoints(findings: readonly Finding[], length: number, scoring: Scoring): number[] {
  let covered = 0;
  const costs = findings.map((finding) => {
    if (finding.weighs !== 'extent' || scoring.extent[finding.severity] === 0) return 0;
    const fresh = Math.max(0, finding.end - Math.max(finding.start, covered));
    if (fresh === 0) return 0;
    covered = Math.max(covered, finding.end);
    return (
      Math.max(fresh, scoring.leastExtent[finding.family] ?? 0) * scoring.extent[finding.severity] * finding.confidence
    );
  });
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const scale = FULL / Math.max(length, total, 1);
  return costs.map((cost) => cost * scale);
}

interface Symptoms {
  readonly findings: readonly Finding[];
  readonly scoring: Scoring;
}

function addSymptomPoints(points: number[], left: number, { findings, scoring }: Symptoms): void {
  const strongest = new Map<string, { at: number; share: number }>();
  findings.forEach((finding, at) => {
    if (finding.weighs !== 'symptom') return;
    const share = shareOf(finding, scoring) * finding.confidence;
    if (share > (strongest.get(finding.ruleId)?.share ?? 0)) strongest.set(finding.ruleId, { at, share });
  });
  let rest = left;
  for (const { at, share } of strongest.values()) {
    points[at] = (points[at] as number) + rest * share;
    rest *= 1 - share;
  }
}

function shareOf({ family, severity }: Finding, scoring: Scoring): number {
  return family === 'blocked' && severity === 'error' ? scoring.blocked : scoring.symptom[severity];
}
