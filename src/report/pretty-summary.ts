import { VERDICTS } from '../model/report.ts';
import { FAMILIES } from '../model/rule.ts';
import type { Paint } from './paint.ts';
import { fit, printable } from './snippet.ts';
import type { Summary, WorstDocument } from './tally.ts';

/** The run in a few lines: verdicts, findings by family, and the worst documents when there are several. */
export function prettySummary(summary: Summary, paint: Paint, width: number): string {
  const lines = [documentsLine(summary, paint), findingsLine(summary)];
  if (summary.known > 0) lines.push(`${count(summary.known, 'known finding')} not counted`);
  if (summary.documents > 1 && summary.worst.length > 0) {
    lines.push('', paint.strong('Worst documents'));
    lines.push(...summary.worst.map((entry) => worstLine(entry, paint, width)));
  }
  return `${lines.join('\n')}\n`;
}

function documentsLine(summary: Summary, paint: Paint): string {
  const parts = VERDICTS.filter((verdict) => summary.verdicts[verdict] > 0).map((verdict) =>
    paint.verdict[verdict](`${summary.verdicts[verdict]} ${verdict}`),
  );
  if (summary.unreadable > 0) parts.push(paint.severity.error(`${summary.unreadable} not read`));
  const total = summary.documents + summary.unreadable;
  return `${paint.strong(count(total, 'document'))}: ${parts.join(', ') || 'nothing to judge'}`;
}

function findingsLine(summary: Summary): string {
  if (summary.findings === 0) return 'no findings';
  const families = FAMILIES.filter((family) => summary.counts[family]).sort(
    (a, b) => (summary.counts[b] ?? 0) - (summary.counts[a] ?? 0),
  );
  const parts = families.map((family) => `${summary.counts[family]} ${family}`);
  return `${count(summary.findings, 'finding')}: ${parts.join(', ')}`;
}

function worstLine(entry: WorstDocument, paint: Paint, width: number): string {
  const judgement = `${entry.score.toFixed(1).padStart(5)}  ${entry.verdict.padEnd(6)}`;
  const about = entry.headline === undefined ? '' : `  ${printable(entry.headline)}`;
  const id = printable(entry.id);
  const rest = fit(about, Math.max(0, width - judgement.length - 4 - id.length));
  return `  ${paint.verdict[entry.verdict](judgement)}  ${id}${rest.length > 3 ? paint.faint(rest) : ''}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
