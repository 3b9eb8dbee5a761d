import type { Block, Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { toSource } from '../parse/offset-map.ts';
import { mergeSpans } from './cut.ts';
import { tidyLines } from './tidy-lines.ts';

const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/**
 * Widens ranges of a Markdown source so that no empty marks are left: a block that goes altogether takes its lines
 * along, with markers, fences and underlines; a link or a word in bold that goes takes its marks along.
 */
export function tidyMarkdown(document: Document, spans: readonly Span[]): Span[] {
  const source = document.source.text;
  const removed = mergeSpans(spans, source.length);
  const whole = wholeBlocks(document, removed).map((block) => linesOf(source, document, block));
  return tidyLines(source, [...removed.map((span) => withMarks(source, span)), ...whole]);
}

function wholeBlocks(document: Document, removed: readonly Span[]): Block[] {
  let at = 0;
  return document.blocks.filter((block) => {
    const { start, end } = toSource(document, block);
    while (at < removed.length && (removed[at]?.end ?? 0) < end) at += 1;
    const range = removed[at];
    return range !== undefined && range.start <= start && range.end >= end;
  });
}

function linesOf(source: string, document: Document, block: Block): Span {
  const span = toSource(document, block);
  const start = lineStart(source, span.start);
  const end = lineEnd(source, span.end);
  if (block.kind !== 'code' && block.kind !== 'heading') return { start, end };
  const above = lineStart(source, Math.max(0, start - 1));
  const below = lineEnd(source, Math.min(source.length, end + 1));
  const tail = source.slice(end + 1, below);
  if (block.kind === 'heading') return { start, end: UNDERLINE.test(tail) ? below : end };
  const fenced = FENCE.test(source.slice(above, start));
  return { start: fenced ? above : start, end: FENCE.test(tail) ? below : end };
}

/** Takes the marks on both sides of a range along, as long as nothing else is between them. */
function withMarks(source: string, { start, end }: Span): Span {
  let span = { start, end };
  for (let wider = widen(source, span); wider !== undefined; wider = widen(source, span)) span = wider;
  return span;
}

function widen(source: string, { start, end }: Span): Span | undefined {
  const mark = source.charAt(start - 1);
  if (mark === '') return undefined;
  if (mark === '[') return widenLink(source, { start, end });
  return SAME_MARKS.includes(mark) && source.charAt(end) === mark ? { start: start - 1, end: end + 1 } : undefined;
}

/** `[…](target)`, `[…][label]` and the same for images. */
function widenLink(source: string, { start, end }: Span): Span | undefined {
  const target = TARGET.exec(source.slice(end, end + MOST_TARGET));
  if (target === null) return undefined;
  const image = source.charAt(start - 2) === '!';
  return { start: image ? start - 2 : start - 1, end: end + target[0].length };
}

const SAME_MARKS = '*_~`';
const TARGET = /^\](?:\([^()\n]*\)|\[[^\]\n]*\])/;
const MOST_TARGET = 2000;

function lineStart(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && source.charAt(at - 1) !== '\n' && source.charAt(at - 1) !== '\r') at -= 1;
  return at;
}

function lineEnd(source: string, offset: number): number {
  let at = offset;
  while (at < source.length && source.charAt(at) !== '\n' && source.charAt(at) !== '\r') at += 1;
  return at;
}
