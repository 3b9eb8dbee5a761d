import type { LocatedReport } from './locate.ts';
import type { ReportWriter } from './writer.ts';
import { attributes, escapeXml } from './xml.ts';

/** JUnit XML: a suite a document with one case, which fails when the document does. */
export function createJunitWriter(): ReportWriter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dross">\n',
    document(report) {
      const fails = report.verdict === 'fail';
      const body = fails ? failureOf(report) : outputOf(report);
      return suite(report.id, body, { failures: fails ? 1 : 0, errors: 0 });
    },
    unreadable: ({ id, error }) =>
      suite(id, `      <error${attributes({ message: error.message, type: error.code })}/>\n`, {
        failures: 0,
        errors: 1,
      }),
    end: () => '</testsuites>\n',
  };
}

function suite(id: string, body: string, counts: { failures: number; errors: number }): string {
  const testCase = `    <testcase${attributes({ name: id, classname: 'dross', time: 0 })}>\n${body}    </testcase>\n`;
  return `  <testsuite${attributes({ name: id, tests: 1, ...counts, skipped: 0, time: 0 })}>\n${testCase}  </testsuite>\n`;
}

function failureOf(report: LocatedReport): string {
  const message = `score ${report.score} of 100${report.headline === undefined ? '' : `: ${report.headline}`}`;
  return `      <failure${attributes({ message, type: 'fail' })}>${escapeXml(listOf(report))}</failure>\n`;
}

function outputOf(report: LocatedReport): string {
  if (report.findings.length === 0) return '';
  return `      <system-out>${escapeXml(`${report.verdict}, score ${report.score}\n${listOf(report)}`)}</system-out>\n`;
}

function listOf({ findings, hidden }: LocatedReport): string {
  const lines = findings.map(
    ({ line, column, severity, message, ruleId }) => `${line}:${column} ${severity} ${message} (${ruleId})`,
  );
  return [...lines, ...(hidden ? [`${hidden} more not shown`] : [])].join('\n');
}
