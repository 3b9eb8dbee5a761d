import type { Severity } from '../model/rule.ts';
import type { LocatedFinding } from './locate.ts';
import { placeOf, type Place } from './place.ts';
import type { ReportWriter } from './writer.ts';

/** GitHub shows ten annotations of each level and step; more would vanish without a word. */
const LIMIT = 10;

interface Annotation {
  readonly order: number;
  readonly finding: LocatedFinding;
  readonly place: Place;
}

/**
 * Workflow commands that GitHub Actions shows as annotations: the ten costliest errors and the ten costliest warnings;
 * a notice tells how many more there are.
 */
export function createGithubWriter(): ReportWriter {
  const kept: Record<'error' | 'warning', Annotation[]> = { error: [], warning: [] };
  const unreadable: string[] = [];
  let order = 0;
  let findings = 0;
  const keep = (level: Severity, annotation: Annotation): void => {
    if (level === 'info') return;
    kept[level] = [...kept[level], annotation].sort(byCost).slice(0, LIMIT);
  };
  return {
    begin: () => '',
    document(report, source, origin) {
      for (const finding of report.findings) {
        findings += 1;
        keep(finding.severity, { order: (order += 1), finding, place: placeOf(finding, source.id, origin) });
      }
      return '';
    },
    unreadable({ id, error }, origin) {
      if (unreadable.length < LIMIT) unreadable.push(command('error', error.message, { file: origin?.path ?? id }));
      return '';
    },
    end({ documents, verdicts }) {
      const errors = kept.error.slice(0, LIMIT - unreadable.length);
      const shown = [...errors, ...kept.warning].sort((a, b) => a.order - b.order);
      const more = findings - shown.length;
      const total = `${documents} documents: ${verdicts.pass} pass, ${verdicts.review} review, ${verdicts.fail} fail`;
      const rest =
        more > 0 ? [command('notice', `${total}; ${more} more findings are not annotated`, { title: 'dross' })] : [];
      return [...unreadable, ...shown.map(annotationLine), ...rest].join('');
    },
  };
}

function byCost(a: Annotation, b: Annotation): number {
  return b.finding.points - a.finding.points || a.order - b.order;
}

function annotationLine({ finding, place }: Annotation): string {
  const { path, line, endLine, column, endColumn } = place;
  // GitHub refuses columns of a range that spans lines
  const columns = endLine === line ? { col: column, endColumn } : {};
  const message = finding.message === finding.excerpt ? finding.message : `${finding.message}\n${finding.excerpt}`;
  return command(finding.severity, message, { file: path, line, endLine, ...columns, title: finding.ruleId });
}

type Level = Severity | 'notice';

function command(
  level: Level,
  message: string,
  properties: Readonly<Record<string, string | number | undefined>>,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${level === 'info' ? 'notice' : level} ${list}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
