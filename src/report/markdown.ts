import { groupFindings, type FindingGroup } from './group.ts';
import type { LocatedReport } from './locate.ts';
import type { Summary } from './tally.ts';
import type { ReportWriter } from './writer.ts';

/** Documents and rows shown, so that a page stays one that people, and GitHub's step summary (1 MiB), can take. */
const MOST_DOCUMENTS = 50;
const MOST_ROWS = 40;
const EXCERPT_LENGTH = 100;

/** A page for pull requests and step summaries: a table of findings for each document that did not pass. */
export function createMarkdownWriter(): ReportWriter {
  let shown = 0;
  let omitted = 0;
  const section = (text: string): string => {
    if (shown === MOST_DOCUMENTS) {
      omitted += 1;
      return '';
    }
    shown += 1;
    return text;
  };
  return {
    begin: () => '# dross\n\n',
    document: (report) => (report.findings.length === 0 ? '' : section(documentSection(report))),
    unreadable: ({ id, error }) => section(`## ${escapeInline(id)}\n\nNot read: ${escapeInline(error.message)}\n\n`),
    end: (summary) => (omitted > 0 ? `… and ${omitted} more documents\n\n` : '') + summaryTable(summary),
  };
}

function documentSection(report: LocatedReport): string {
  const groups = groupFindings(report.findings);
  const rows = groups.slice(0, MOST_ROWS).map(rowOf);
  const more = groups.length > rows.length ? [`\n… and ${groups.length - rows.length} more places`] : [];
  const headline = report.headline === undefined ? '' : ` · ${escapeInline(report.headline)}`;
  const head = `## ${escapeInline(report.id)}\n\n**${report.verdict}** · ${report.score} of 100${headline}\n`;
  return `${[head, '| line | severity | finding | rule |', '| --- | --- | --- | --- |', ...rows, ...more].join('\n')}\n\n`;
}

function rowOf(group: FindingGroup): string {
  const [first] = group;
  const last = Math.max(...group.map((finding) => finding.endLine));
  const lines = last === first.line ? `${first.line}` : `${first.line}–${last}`;
  const times = group.length === 1 ? '' : `${group.length} × `;
  const excerpt =
    first.excerpt.length > EXCERPT_LENGTH ? `${first.excerpt.slice(0, EXCERPT_LENGTH - 1)}…` : first.excerpt;
  return `| ${lines} | ${first.severity} | ${times}${escapeInline(first.message)}<br>${escapeInline(excerpt)} | ${first.ruleId} |`;
}

function summaryTable(summary: Summary): string {
  const { documents, unreadable, verdicts, findings } = summary;
  return [
    '| documents | pass | review | fail | not read | findings |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    `| ${documents + unreadable} | ${verdicts.pass} | ${verdicts.review} | ${verdicts.fail} | ${unreadable} | ${findings} |`,
    '',
  ].join('\n');
}

/** Text that stays text inside a table cell. */
function escapeInline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .trim();
}
