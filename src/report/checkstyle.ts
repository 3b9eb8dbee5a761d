import { placeOf } from './place.ts';
import type { ReportWriter } from './writer.ts';
import { attributes } from './xml.ts';

/** Checkstyle XML: a file element a document, an error element a finding. */
export function createCheckstyleWriter(): ReportWriter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n',
    document(report, source, origin) {
      if (report.findings.length === 0) return '';
      const errors = report.findings.map((finding) => {
        const { line, column } = placeOf(finding, source.id, origin);
        const { severity, message, ruleId } = finding;
        return `    <error${attributes({ line, column, severity, message, source: `dross.${ruleId.replace('/', '.')}` })}/>\n`;
      });
      return file(placeName(report.id, origin), errors.join(''));
    },
    unreadable: ({ id, error }, origin) =>
      file(
        placeName(id, origin),
        `    <error${attributes({ line: origin?.line ?? 1, severity: 'error', message: error.message, source: `dross.${error.code}` })}/>\n`,
      ),
    end: () => '</checkstyle>\n',
  };
}

function placeName(id: string, origin: { readonly path: string } | undefined): string {
  return origin?.path ?? id;
}

function file(name: string, errors: string): string {
  return `  <file${attributes({ name })}>\n${errors}  </file>\n`;
}
