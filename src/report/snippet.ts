import { wholeAfter, wholeBefore } from './excerpt.ts';
import type { LocatedFinding } from './locate.ts';
import type { Positions } from './positions.ts';

/** The line a finding begins on, cut to fit: what stands before the span, the span, and what follows it. */
export interface Snippet {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

// Control characters and bidirectional overrides of a text under suspicion must not reach the terminal.
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text made safe to print on one line. */
export function printable(text: string): string {
  return text.replace(UNSAFE, ' ');
}

/** Cuts to at most `width` code units, `…` included. */
export function fit(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, wholeBefore(text, Math.max(1, width - 1)))}…`;
}

/** The part of the finding's first line that shows it best in `width` code units. */
export function snippetOf(
  finding: LocatedFinding,
  text: string,
  view: { positions: Positions; width: number },
): Snippet {
  const line = trimSpan(text, view.positions.lineSpan(finding.line), finding);
  const end = Math.min(finding.end, line.end);
  const spare = view.width - (end - finding.start);
  if (spare <= 0) return { before: '', found: fit(clean(text, finding.start, end), view.width), after: '' };
  const before = Math.min(finding.start - line.start, Math.max(Math.floor(spare / 3), spare - (line.end - end)));
  const from = wholeAfter(text, finding.start - before);
  const to = wholeBefore(text, Math.min(line.end, end + spare - before));
  return {
    before: (from > line.start ? '…' : '') + clean(text, from, finding.start),
    found: clean(text, finding.start, end),
    after: clean(text, end, to) + (to < line.end ? '…' : ''),
  };
}

/** The line without white space around it; the finding's own characters always stay. */
function trimSpan(text: string, line: { start: number; end: number }, finding: LocatedFinding) {
  let { start, end } = line;
  while (start < finding.start && isSpace(text.charCodeAt(start))) start += 1;
  while (end > finding.start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end: Math.max(end, Math.min(finding.end, line.end)) };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

function clean(text: string, start: number, end: number): string {
  return printable(text.slice(start, end));
}
