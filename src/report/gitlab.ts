import { createHash } from 'node:crypto';
import type { Severity } from '../model/rule.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { pathOf, placeOf } from './place.ts';
import type { ReportWriter } from './writer.ts';

const SEVERITIES = { info: 'info', warning: 'minor', error: 'major' } as const satisfies Record<Severity, string>;

/** GitLab's code quality report: a JSON list in its subset of the Code Climate format. */
export function createGitlabWriter(): ReportWriter {
  let separator = '\n';
  const item = (value: object): string => {
    const text = separator + JSON.stringify(value);
    separator = ',\n';
    return text;
  };
  return {
    begin: () => '[',
    document(report, source, origin) {
      const fingerprints = fingerprintsOf(report.findings, source);
      return report.findings
        .map((finding, at) => {
          const { path, line, endLine } = placeOf(finding, source.id, origin);
          return item({
            description: finding.message,
            check_name: finding.ruleId,
            // GitLab takes equal fingerprints for one problem, so the document has its part
            fingerprint: digest(`${source.id}\u0000${fingerprints[at]?.span ?? ''}`),
            severity: SEVERITIES[finding.severity],
            location: { path, lines: { begin: line, end: endLine } },
          });
        })
        .join('');
    },
    unreadable: ({ id, error }, origin) =>
      item({
        description: error.message,
        check_name: error.code,
        fingerprint: digest(`${id}\u0000${error.code}`),
        severity: 'critical',
        location: { path: pathOf(origin?.path ?? id), lines: { begin: origin?.line ?? 1 } },
      }),
    end: () => '\n]\n',
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
