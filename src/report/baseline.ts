import type { Source } from '../model/source.ts';
import { fingerprintsOf, type Fingerprint } from './fingerprint.ts';
import type { LocatedFinding } from './locate.ts';

/** A known finding, as the baseline file keeps it. */
export interface BaselineEntry extends Fingerprint {
  readonly rule: string;
  /** For people who read the file; never compared. */
  readonly excerpt: string;
  /** Why it may stay. */
  readonly reason?: string;
  /** Last day on which it may, `YYYY-MM-DD`. */
  readonly until?: string;
}

/** Known findings by document. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

/** What a baseline says of a document's findings. */
export interface BaselineMatch {
  /** For each finding, in order, the entry that knows it. */
  readonly entries: readonly (BaselineEntry | undefined)[];
  /** Entries whose findings are no longer there. */
  readonly gone: readonly BaselineEntry[];
}

/**
 * Matches findings with known ones: first by the text of the span, then, for spans that were edited, by what stands
 * around them. An entry knows one finding. Line numbers play no part.
 */
export function matchBaseline(
  findings: readonly LocatedFinding[],
  source: Source,
  known: readonly BaselineEntry[],
): BaselineMatch {
  const fingerprints = fingerprintsOf(findings, source);
  const left = new Set(known);
  const entries: (BaselineEntry | undefined)[] = findings.map(() => undefined);
  for (const key of ['span', 'neighbourhood'] as const) {
    const byKey = new Map(Array.from(left, (entry) => [entry[key], entry]));
    fingerprints.forEach((fingerprint, at) => {
      const entry = byKey.get(fingerprint[key]);
      if (entries[at] !== undefined || entry === undefined || !left.delete(entry)) return;
      entries[at] = entry;
    });
  }
  return { entries, gone: [...left] };
}

/** The entries that know all of a document's findings; reasons and dates of those known before are kept. */
export function renewEntries(
  findings: readonly LocatedFinding[],
  source: Source,
  match: BaselineMatch,
): BaselineEntry[] {
  const fingerprints = fingerprintsOf(findings, source);
  return findings.flatMap(({ ruleId, excerpt }, at) => {
    const fingerprint = fingerprints[at];
    if (fingerprint === undefined) return [];
    const { reason, until } = match.entries[at] ?? {};
    const entry = { rule: ruleId, excerpt, ...fingerprint };
    return [{ ...entry, ...(reason !== undefined && { reason }), ...(until !== undefined && { until }) }];
  });
}
