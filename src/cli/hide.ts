import type { Family } from '../model/rule.ts';
import { SEVERITIES } from '../model/rule.ts';
import type { LocatedReport } from '../report/locate.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * Leaves out findings the user does not want to see. Score and verdict stay, the counts are those of what is shown, and
 * `hidden` tells how many are not.
 */
export function hideFindings(
  report: LocatedReport,
  { minSeverity, maxFindings }: Pick<Settings, 'minSeverity' | 'maxFindings'>,
): LocatedReport {
  const least = SEVERITIES.indexOf(minSeverity);
  const shown = report.findings
    .filter((finding) => SEVERITIES.indexOf(finding.severity) >= least)
    .slice(0, maxFindings);
  const hidden = report.findings.length - shown.length;
  if (hidden === 0) return report;
  const counts: Partial<Record<Family, number>> = {};
  for (const { family } of shown) counts[family] = (counts[family] ?? 0) + 1;
  return { ...report, counts, findings: shown, hidden };
}
