import type { Span } from '../model/span.ts';
import { isSpace } from '../parse/space.ts';
import { mergeSpans } from './cut.ts';

/** A range to be removed; `lines` when nothing would be left on any line it touches. */
interface Range {
  readonly start: number;
  readonly end: number;
  readonly lines: boolean;
}

/** Marks that stand directly behind a word. */
const CLINGING = '.,;:!?…)]}”’»。、，';

/**
 * Widens ranges so that removing them leaves no holes: lines that would become blank go with their line break, of the
 * blank lines on both sides only one side's stay, and of the spaces on both sides only one stays. Never takes anything
 * but white space, and never joins two lines that were apart.
 */
export function tidyLines(text: string, spans: readonly Span[]): Span[] {
  const ranges = joinAcrossSpaces(text, mergeSpans(spans, text.length)).flatMap((span) => fitToLine(text, span));
  return mergeSpans(
    joinLines(text, ranges).map((range) => (range.lines ? closeGap(text, range) : range)),
    text.length,
  );
}

/** What lies between two ranges on one line is nothing when it is white space. */
function joinAcrossSpaces(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && marginEnd(text, last.end) >= span.start)
      joined.splice(-1, 1, { start: last.start, end: span.end });
    else joined.push(span);
  }
  return joined;
}

function fitToLine(text: string, span: Span): Range[] {
  const before = marginStart(text, span.start);
  const after = marginEnd(text, span.end);
  const opensLine = before === 0 || isLineBreak(text, before - 1);
  const closesLine = after === text.length || isLineBreak(text, after);
  if (opensLine && closesLine) return [{ start: before, end: after, lines: true }];
  if (opensLine) return [{ start: span.start, end: after, lines: false }];
  if (closesLine) return [{ start: before, end: span.end, lines: false }];
  return spareLineBreak(text, fitToWords(text, span, { before, after }));
}

/** Between two words one space stays; none before a mark that clings to the word before it. */
function fitToWords(text: string, span: Span, { before, after }: { before: number; after: number }): Span {
  if (before === span.start) return span;
  if (CLINGING.includes(text.charAt(after))) return { start: before, end: after };
  return after > span.end ? { start: span.start, end: after } : span;
}

/** A range from within one line to within another leaves a line break between what is left of them. */
function spareLineBreak(text: string, { start, end }: Span): Range[] {
  const stop = text.slice(start, end).search(/\r?\n|\r/);
  if (stop < 0) return [{ start, end, lines: false }];
  let last = end;
  while (!isLineBreak(text, last - 1)) last -= 1;
  const first = text.charCodeAt(last - 1) === 10 && text.charCodeAt(last - 2) === 13 ? last - 2 : last - 1;
  return [
    { start, end: Math.max(start, first), lines: false },
    { start: last, end, lines: false },
  ];
}

/** Neighbouring groups of lines with nothing but blank ones between them are one. */
function joinLines(text: string, ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last?.lines === true && range.lines && spaceEnd(text, last.end) >= range.start) {
      joined.splice(-1, 1, { start: last.start, end: range.end, lines: true });
    } else joined.push(range);
  }
  return joined;
}

/** Takes the smaller of the gaps around removed lines along. */
function closeGap(text: string, { start, end }: Span): Span {
  const before = spaceStart(text, start);
  const after = lineStart(text, spaceEnd(text, end), end);
  if (before === 0) return { start: 0, end: after };
  if (after === text.length || spaceEnd(text, end) === text.length) return { start: before, end };
  const wider = countLines(text, before, start) >= countLines(text, end, after);
  return wider ? { start, end: after } : { start: before, end };
}

function countLines(text: string, start: number, end: number): number {
  return text.slice(start, end).split(/\r\n|\n|\r/).length;
}

/** Back from an offset to the beginning of its line, but not beyond a limit. */
function lineStart(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at > limit && !isLineBreak(text, at - 1)) at -= 1;
  return at;
}

function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

function marginStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isSpace(text.charCodeAt(at - 1)) && !isLineBreak(text, at - 1)) at -= 1;
  return at;
}

function marginEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isSpace(text.charCodeAt(at)) && !isLineBreak(text, at)) at += 1;
  return at;
}

function spaceStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function spaceEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
