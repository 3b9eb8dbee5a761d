import type { LocatedFinding } from './locate.ts';

/** Lines that may lie between two findings of one group. */
const GAP = 2;
/** A group is folded into one entry from this size on. */
const LEAST = 3;

/** Findings of one rule that stand close together, in order. */
export type FindingGroup = readonly [LocatedFinding, ...LocatedFinding[]];

/**
 * Folds neighbouring findings of the same rule, so that a menu of sixty lines is one entry. Findings of other rules may
 * stand in between. Runs too short to fold come out one by one. Sorted by the first finding's start.
 */
export function groupFindings(findings: readonly LocatedFinding[]): FindingGroup[] {
  const open = new Map<string, [LocatedFinding, ...LocatedFinding[]]>();
  const groups: [LocatedFinding, ...LocatedFinding[]][] = [];
  for (const finding of findings) {
    const group = open.get(finding.ruleId);
    const last = group?.at(-1);
    if (group && last && finding.line - last.endLine <= GAP) {
      group.push(finding);
    } else {
      const fresh: [LocatedFinding, ...LocatedFinding[]] = [finding];
      groups.push(fresh);
      open.set(finding.ruleId, fresh);
    }
  }
  return groups
    .flatMap<FindingGroup>((group) => (group.length >= LEAST ? [group] : group.map((finding) => [finding] as const)))
    .sort((a, b) => a[0].start - b[0].start || a[0].end - b[0].end);
}
