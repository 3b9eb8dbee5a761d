import { SCHEMA_VERSION } from '../model/report.ts';
import type { Unreadable } from '../model/source.ts';
import type { LocatedFinding, LocatedReport } from './locate.ts';
import type { ReportWriter, WriterContext } from './writer.ts';

/** One JSON object a line and document, in input order. */
export function createNdjsonWriter(): ReportWriter {
  return {
    begin: () => '',
    document: (report) => `${JSON.stringify(documentRecord(report))}\n`,
    unreadable: (result) => `${JSON.stringify(unreadableRecord(result))}\n`,
    end: () => '',
  };
}

/** One JSON object for the run. The summary stands at the end, where it is known, so that documents need not be kept. */
export function createJsonWriter(context: Pick<WriterContext, 'version'>): ReportWriter {
  let first = true;
  const separated = (record: unknown): string => {
    const separator = first ? '\n' : ',\n';
    first = false;
    return separator + JSON.stringify(record);
  };
  const tool = JSON.stringify({ name: 'dross', version: context.version });
  return {
    begin: () => `{"schemaVersion":${SCHEMA_VERSION},"tool":${tool},"documents":[`,
    document: (report) => separated(documentRecord(report)),
    unreadable: (result) => separated(unreadableRecord(result)),
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}

/** The report of one document with the keys, and their order, of the published contract; what is undefined is not written. */
export function documentRecord(report: LocatedReport): Record<string, unknown> {
  const { id, format, language, score, verdict, headline, shares, counts, measures, findings, hidden, known, notes } =
    report;
  return {
    id,
    format,
    language,
    score,
    verdict,
    headline,
    shares,
    counts,
    measures,
    findings: findings.map(findingRecord),
    hidden: hidden || undefined,
    known: known?.length || undefined,
    notes: notes?.length ? notes : undefined,
  };
}

function findingRecord(finding: LocatedFinding): Record<string, unknown> {
  const { ruleId, family, severity, confidence, message, start, end, line, column, endLine, endColumn } = finding;
  const { excerpt, related, fix, points } = finding;
  return {
    ruleId,
    family,
    severity,
    confidence,
    message,
    start,
    end,
    line,
    column,
    endLine,
    endColumn,
    excerpt,
    related,
    fix,
    points,
  };
}

/** A document that could not be read: its id and the error instead of a score. */
export function unreadableRecord(result: Unreadable): Record<string, unknown> {
  return { id: result.id, error: { code: result.error.code, message: result.error.message } };
}
