import type { Source, Unreadable } from '../model/source.ts';
import { groupFindings, type FindingGroup } from './group.ts';
import type { LocatedFinding, LocatedReport } from './locate.ts';
import { createPaint, type Paint } from './paint.ts';
import { createPositions, type Positions } from './positions.ts';
import { prettySummary } from './pretty-summary.ts';
import { fit, printable, snippetOf } from './snippet.ts';
import { wrap } from './wrap.ts';
import type { ReportWriter, WriterContext } from './writer.ts';

const WIDEST = 110;
const NARROWEST = 40;
/** Columns of `line:column`, and of the severity, before the message. */
const PLACE_COLUMNS = 10;
const SEVERITY_COLUMNS = 9;
const MARGIN = 2;
/** Columns that brackets around a span and `…` at both ends may take. */
const MARKS = 4;
/** Excerpts shown of a folded group. */
const SAMPLES = 12;

interface Page {
  readonly source: Source;
  readonly positions: Positions;
  readonly paint: Paint;
  readonly width: number;
  readonly titles: ReadonlyMap<string, string>;
}

/** The report for people, at the width of the terminal. Documents in which nothing was found are only counted. */
export function createPrettyWriter(context: WriterContext): ReportWriter {
  const paint = createPaint(context.colours);
  const width = Math.min(WIDEST, Math.max(NARROWEST, context.width));
  const titles = new Map(context.rules.map((rule) => [rule.id, rule.title]));
  return {
    begin: () => '',
    document(report, source) {
      if (report.findings.length === 0 && report.verdict === 'pass' && !report.notes?.length) return '';
      if (context.quiet && report.verdict === 'pass') return '';
      return documentPage(report, { source, positions: createPositions(source.text), paint, width, titles });
    },
    unreadable: (result) => unreadableLine(result, paint),
    end: (summary) => (context.quiet ? '' : prettySummary(summary, paint, width)),
  };
}

function documentPage(report: LocatedReport, page: Page): string {
  const entries = groupFindings(report.findings).map((group) => entryOf(group, page));
  const hidden = report.hidden ? [`${' '.repeat(MARGIN)}${page.paint.faint(`… ${report.hidden} more not shown`)}`] : [];
  return `${[...headerOf(report, page), ...entries, ...hidden].join('\n')}\n\n`;
}

function headerOf(report: LocatedReport, { paint, width }: Page): string[] {
  const id = printable(report.id);
  const judgement = `${report.verdict}  ${report.score.toFixed(1)}`;
  const space = Math.max(2, width - id.length - judgement.length);
  const title = paint.strong(id) + ' '.repeat(space) + paint.verdict[report.verdict](judgement);
  const remarks = [...(report.headline === undefined ? [] : [report.headline]), ...(report.notes ?? [])];
  const lines = remarks.flatMap((remark) => wrap(printable(remark), width - MARGIN));
  return [title, ...lines.map((line) => ' '.repeat(MARGIN) + paint.faint(line)), ''];
}

function entryOf(group: FindingGroup, page: Page): string {
  const [first] = group;
  const { paint, width } = page;
  const indent = MARGIN + PLACE_COLUMNS + SEVERITY_COLUMNS;
  const lines = wrap(printable(headingOf(group, page)), width - indent);
  const place = placeOf(group).padEnd(PLACE_COLUMNS);
  const severity = paint.severity[first.severity](first.severity.padEnd(SEVERITY_COLUMNS));
  const [top = '', ...others] = lines;
  const last = lines.at(-1) ?? '';
  const rule = paint.faint(first.ruleId);
  const fits = indent + last.length + 2 + first.ruleId.length <= width;
  const message = [top, ...others.map((line) => ' '.repeat(indent) + line)].join('\n');
  const head = `${' '.repeat(MARGIN)}${place}${severity}${message}`;
  return `${head}${fits ? `  ${rule}` : `\n${' '.repeat(indent)}${rule}`}\n${excerptLine(group, page)}`;
}

function placeOf(group: FindingGroup): string {
  const [first] = group;
  if (group.length === 1) return `${first.line}:${first.column}`;
  const last = Math.max(...group.map((finding) => finding.endLine));
  return last === first.line ? `${first.line}` : `${first.line}–${last}`;
}

/** A folded group is named by its rule, since each of its messages may quote something else. */
function headingOf(group: FindingGroup, { titles }: Page): string {
  const [first] = group;
  return group.length === 1 ? first.message : `${group.length} × ${titles.get(first.ruleId) ?? first.message}`;
}

function excerptLine(group: FindingGroup, page: Page): string {
  const { paint, width, source, positions } = page;
  const bar = `${' '.repeat(MARGIN)}${paint.faint('│')} `;
  const room = width - MARGIN - 2;
  if (group.length > 1) return bar + paint.faint(samplesOf(group, room));
  const [finding] = group;
  const { before, found, after } = snippetOf(finding, source.text, {
    positions,
    width: room - MARKS - trailerOf(finding).length,
  });
  const whole = before === '' && (after === '' || after === '…');
  return bar + before + (whole ? found : paint.mark(found)) + after + paint.faint(trailerOf(finding));
}

function trailerOf(finding: LocatedFinding): string {
  const more = finding.endLine - finding.line;
  return more === 0 ? '' : ` (+${more} ${more === 1 ? 'line' : 'lines'})`;
}

function samplesOf(group: FindingGroup, room: number): string {
  const samples = group.slice(0, SAMPLES).map((finding) => printable(finding.excerpt).trim());
  return fit(samples.join(' · ') + (group.length > SAMPLES ? ' · …' : ''), room);
}

function unreadableLine(result: Unreadable, paint: Paint): string {
  return `${paint.strong(printable(result.id))}  ${paint.severity.error(`not read: ${printable(result.error.message)}`)}\n\n`;
}
