import type { Related } from '../model/finding.ts';
import type { DocumentReport, ScoredFinding } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { excerptOf } from './excerpt.ts';
import { createPositions, type Position, type Positions } from './positions.ts';

/** A place the finding speaks of; line and column are missing only when another document did not tell them. */
export interface LocatedRelated extends Partial<Position> {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface LocatedFinding extends Omit<ScoredFinding, 'related'>, Position {
  readonly endLine: number;
  readonly endColumn: number;
  /** The text of the span, shortened with `…` when long. */
  readonly excerpt: string;
  readonly related?: readonly LocatedRelated[];
}

/** A report with lines, columns and excerpts: what every format writes. */
export interface LocatedReport extends Omit<DocumentReport, 'findings'> {
  readonly findings: readonly LocatedFinding[];
  /** Findings left out on request (`--min-severity`, `--max-findings`). */
  readonly hidden?: number;
  /** Findings that a baseline knows: not counted, not scored. There only when a baseline is in use. */
  readonly known?: readonly KnownFinding[];
}

export interface KnownFinding {
  readonly finding: LocatedFinding;
  readonly reason?: string;
}

/** Adds lines, columns and excerpts; `source` is the document the report is about. */
export function locate(report: DocumentReport, source: Source): LocatedReport {
  if (report.findings.length === 0) return { ...report, findings: [] };
  const positions = createPositions(source.text);
  return { ...report, findings: report.findings.map((finding) => locateFinding(finding, source, positions)) };
}

function locateFinding(finding: ScoredFinding, source: Source, positions: Positions): LocatedFinding {
  const { start, end, related } = finding;
  const from = positions.at(start);
  const to = positions.at(end);
  const located = {
    ...finding,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    excerpt: excerptOf(source.text, start, end),
  };
  // written so because taking a property out, or adding one on condition, takes longer than all the rest
  if (related === undefined) return located as LocatedFinding;
  return { ...located, related: related.map((place) => locateRelated(place, source.id, positions)) };
}

function locateRelated(place: Related, ownId: string, positions: Positions): LocatedRelated {
  const { start, end } = place;
  const id = place.id ?? ownId;
  if (id === ownId) return { id, start, end, ...positions.at(start) };
  if (place.line === undefined || place.column === undefined) return { id, start, end };
  return { id, start, end, line: place.line, column: place.column };
}
