import type { Line } from './text-lines.ts';
import { endsSentence, looksTabular } from './text-shape.ts';
import { opensItem } from './text-marks.ts';

/** Half-open ranges of lines that form one block each. */
export interface LineGroup {
  readonly first: number;
  readonly last: number;
}

/** Least and most columns that people wrap at. */
const WIDTHS = [50, 100] as const;
/** The same for lines of ideographs, which are twice as wide. */
const WIDE_WIDTHS = [20, 60] as const;
/** The widest line seen elsewhere may fall short of the column that was wrapped at by so much. */
const MOST_OVERHANG = 6;
/** Share of the lines of a run that must be as full as a line breaker would have made them. */
const LEAST_FULL = 0.8;
const MOST_SENTENCE_ENDS = 0.4;
const LEAST_LINES = 3;
/** Full lines elsewhere in the document that let a single full line count as wrapped too. */
const EVIDENCE_LINES = 4;
const FIRST_WIDE = 0x2e80;
/** Columns a line breaker may leave beyond the next word, for two spaces after a full stop and the like. */
const SLACK = 3;

/**
 * Joins the lines of hard-wrapped paragraphs. A run of lines is wrapped when nearly every line is so full that the
 * next line's first word would not have fitted; separate short lines fail that test whatever their length.
 */
export function groupLines(text: string, lines: readonly Line[]): LineGroup[] {
  const runs = runsOf(lines);
  const judged = runs.map((run) => judgeRun(lines, run, { text }));
  const evidence = judged.reduce((sum, { full, wrapped }) => (wrapped ? sum + full : sum), 0);
  const width = judged.reduce((most, { width, wrapped }) => (wrapped ? Math.max(most, width) : most), 0);
  const groups: LineGroup[] = [];
  runs.forEach((run, index) => {
    const verdict = judged[index];
    const likely = evidence >= EVIDENCE_LINES && run.last - run.first > 1;
    if (verdict?.wrapped === true) splitParagraphs(lines, run, { groups, text, width: verdict.width });
    else if (likely && judgeRun(lines, run, { text, known: width }).wrapped)
      splitParagraphs(lines, run, { groups, text, width });
    else for (let line = run.first; line < run.last; line += 1) groups.push({ first: line, last: line + 1 });
  });
  return groups;
}

function runsOf(lines: readonly Line[]): LineGroup[] {
  const runs: LineGroup[] = [];
  let first = 0;
  for (let index = 1; index <= lines.length; index += 1) {
    if (index < lines.length && lines[index]?.spaced !== true) continue;
    runs.push({ first, last: index });
    first = index;
  }
  return lines.length === 0 ? [] : runs;
}

interface Judgement {
  readonly wrapped: boolean;
  readonly full: number;
  readonly width: number;
}

/** With `known`, the width other paragraphs were wrapped at, even a single full line is enough. */
function judgeRun(lines: readonly Line[], run: LineGroup, context: { text: string; known?: number }): Judgement {
  const { text, known } = context;
  const least = known === undefined ? LEAST_LINES : 2;
  const width = Math.max(known ?? 0, widest(lines, run));
  const [narrowest, broadest] = isWide(text, lines[run.first]) ? WIDE_WIDTHS : WIDTHS;
  const most = known === undefined ? broadest : known + MOST_OVERHANG;
  if (run.last - run.first < least || width < narrowest || width > most) return REFUSED;
  const { joints, full, ends } = countJoints(lines, run, { text, width });
  const wrapped = full >= joints * LEAST_FULL && ends <= joints * MOST_SENTENCE_ENDS;
  return { wrapped: wrapped && joints >= least - 1, full, width };
}

const REFUSED: Judgement = { wrapped: false, full: 0, width: 0 };

/** Line breaks that may be a line breaker's own: how many, how many after a full line, how many after a sentence. */
function countJoints(lines: readonly Line[], run: LineGroup, { text, width }: { text: string; width: number }) {
  const counts = { joints: 0, full: 0, ends: 0 };
  for (let index = run.first + 1; index < run.last; index += 1) {
    const pair = pairAt(lines, index);
    if (pair === undefined || startsParagraph(text, pair)) continue;
    counts.joints += 1;
    if (isFull(text, pair, width)) counts.full += 1;
    if (endsSentence(pair.line.shape)) counts.ends += 1;
  }
  return counts;
}

/** Two neighbouring lines. */
interface Pair {
  readonly line: Line;
  readonly next: Line;
}

function pairAt(lines: readonly Line[], index: number): Pair | undefined {
  const line = lines[index - 1];
  const next = lines[index];
  return line === undefined || next === undefined ? undefined : { line, next };
}

function widest(lines: readonly Line[], run: LineGroup): number {
  let width = 0;
  for (let index = run.first; index < run.last; index += 1) {
    const line = lines[index];
    if (line !== undefined) width = Math.max(width, line.indent + line.end - line.start);
  }
  return width;
}

function startsParagraph(text: string, { line, next }: Pair): boolean {
  if (opensItem(text, next) || looksTabular(line.shape) || looksTabular(next.shape)) return true;
  return next.indent > line.indent && endsSentence(line.shape);
}

/** Between ideographs a line may break anywhere, so full lines are as long as one another. */
function isFull(text: string, { line, next }: Pair, width: number): boolean {
  if (isWide(text, line)) return line.end - line.start >= width - WIDE_SLACK;
  let word = next.start;
  while (word < next.end && text.charCodeAt(word) > 32) word += 1;
  return line.indent + line.end - line.start + 1 + (word - next.start) > width - SLACK;
}

/** Marks that must not begin a line move over with the ideograph before them. */
const WIDE_SLACK = 2;

function isWide(text: string, line: Line | undefined): boolean {
  if (line === undefined) return false;
  const middle = text.charCodeAt((line.start + line.end) >>> 1);
  return middle >= FIRST_WIDE && text.charCodeAt(line.end - 1) >= FIRST_WIDE;
}

function splitParagraphs(
  lines: readonly Line[],
  run: LineGroup,
  into: { groups: LineGroup[]; text: string; width: number },
): void {
  let first = run.first;
  for (let index = run.first + 1; index <= run.last; index += 1) {
    const pair = index < run.last ? pairAt(lines, index) : undefined;
    if (pair !== undefined && goesOn(pair, into)) continue;
    into.groups.push({ first, last: index });
    first = index;
  }
}

function goesOn(pair: Pair, { text, width }: { text: string; width: number }): boolean {
  if (startsParagraph(text, pair)) return false;
  return !endsSentence(pair.line.shape) || isFull(text, pair, width);
}
