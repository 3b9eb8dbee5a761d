import type { Source } from '../model/source.ts';
import { matchBaseline, renewEntries, type BaselineEntry } from '../report/baseline.ts';
import type { LocatedReport } from '../report/locate.ts';
import { leaveOut, type Scoring } from '../score/index.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';

export interface BaselinePlan {
  /** Absolute path. */
  readonly path: string;
  /** Take all findings in. */
  readonly update: boolean;
  /** Drop entries whose findings are gone. */
  readonly prune: boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly scoring: Scoring;
}

/** The baseline of a run: takes known findings out of reports, and is written back at the end when that is asked for. */
export interface AppliedBaseline {
  apply(report: LocatedReport, source: Source): LocatedReport;
  /** Writes the file if it changes; returns what the user should know. */
  finish(): Promise<string[]>;
}

export async function applyBaseline(plan: BaselinePlan): Promise<AppliedBaseline> {
  const old = await readBaseline(plan.path, plan.update);
  const renewed = new Map<string, readonly BaselineEntry[]>(old);
  const totals = { gone: 0, expired: 0, added: 0 };
  return {
    apply(report, source) {
      const known = old.get(source.id) ?? [];
      const match = matchBaseline(report.findings, source, known);
      const holds = (entry: BaselineEntry | undefined): boolean =>
        (entry !== undefined || plan.update) && !(entry?.until !== undefined && entry.until < plan.today);
      totals.gone += match.gone.length;
      totals.expired += match.entries.filter((entry) => entry !== undefined && !holds(entry)).length;
      if (plan.update) {
        totals.added += match.entries.filter((entry) => entry === undefined).length;
        renewed.set(source.id, renewEntries(report.findings, source, match));
      } else if (plan.prune) {
        const gone = new Set(match.gone);
        renewed.set(
          source.id,
          known.filter((entry) => !gone.has(entry)),
        );
      }
      const left = leaveOut(report, (_finding, at) => !holds(match.entries[at]), plan.scoring);
      const taken = report.findings.flatMap((finding, at) => {
        const entry = match.entries[at];
        if (!holds(entry)) return [];
        return [{ finding, ...(entry?.reason !== undefined && { reason: entry.reason }) }];
      });
      return { ...left, known: taken };
    },
    async finish() {
      const writes = plan.update || plan.prune;
      if (writes) await writeBaseline(plan.path, renewed);
      return remarks(totals, writes);
    },
  };
}

function remarks(totals: { gone: number; expired: number; added: number }, writes: boolean): string[] {
  const { gone, expired, added } = totals;
  return [
    ...(added > 0 ? [`baseline: ${added} findings taken in`] : []),
    ...(gone > 0
      ? [`baseline: ${gone} known findings are gone${writes ? ' and removed' : '; --prune removes them'}`]
      : []),
    ...(expired > 0 ? [`baseline: ${expired} known findings have expired and count again`] : []),
  ];
}
