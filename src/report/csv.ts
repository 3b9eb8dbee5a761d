import type { ReportWriter } from './writer.ts';

const COLUMNS = [
  'id',
  'verdict',
  'score',
  'ruleId',
  'family',
  'severity',
  'confidence',
  'points',
  'start',
  'end',
  'line',
  'column',
  'endLine',
  'endColumn',
  'message',
  'excerpt',
] as const;

/** CSV (RFC 4180) with a header: a row a finding, and one row without a finding for a document that has none. */
export function createCsvWriter(): ReportWriter {
  return {
    begin: () => row([...COLUMNS]),
    document(report) {
      const own = { id: report.id, verdict: report.verdict, score: report.score };
      if (report.findings.length === 0) return record(own);
      return report.findings.map((finding) => record({ ...finding, ...own })).join('');
    },
    unreadable: ({ id, error }) => record({ id, verdict: error.code, message: error.message }),
    end: () => '',
  };
}

function record(values: Partial<Record<(typeof COLUMNS)[number], string | number>>): string {
  return row(COLUMNS.map((name) => values[name] ?? ''));
}

function row(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** What a text under suspicion says must not become a formula when a spreadsheet opens the file. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
