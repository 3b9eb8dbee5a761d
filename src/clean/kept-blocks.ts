import type { Block, Document, Inline } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { toPlain } from '../parse/offset-map.ts';
import { mergeSpans } from './cut.ts';

/** What is left of a block: its text and the inlines in it, offsets of that text. */
export interface KeptBlock {
  readonly block: Block;
  readonly text: string;
  readonly inlines: readonly Inline[];
  /** Apart from the block that is now before it. */
  readonly spaced: boolean;
}

/** The blocks of a document without ranges of its source; blocks without any text left are dropped. */
export function keepBlocks(document: Document, spans: readonly Span[]): KeptBlock[] {
  const removed = mergeSpans(
    spans.map((span) => toPlain(document, span)),
    document.text.length,
  );
  const kept: KeptBlock[] = [];
  let spaced = false;
  let at = { removed: 0, inline: 0 };
  for (const block of document.blocks) {
    at = advance(document, removed, { ...at, block });
    spaced ||= block.spaced;
    const pieces = piecesOf(document.text, block, removedFrom(removed, at.removed, block.end));
    const { text, inlines } = assemble(document, pieces, { first: at.inline, block });
    if (text.trim() === '') continue;
    kept.push({ block, text, inlines, spaced });
    spaced = false;
  }
  return kept;
}

/** Moves the places in the columns of removed ranges and inlines up to a block. */
function advance(document: Document, removed: readonly Span[], at: { removed: number; inline: number; block: Block }) {
  let { removed: range, inline } = at;
  while (range < removed.length && (removed[range]?.end ?? 0) <= at.block.start) range += 1;
  while (inline < document.inlines.length && (document.inlines[inline]?.end ?? 0) <= at.block.start) inline += 1;
  return { removed: range, inline };
}

function removedFrom(removed: readonly Span[], first: number, end: number): readonly Span[] {
  let last = first;
  while (last < removed.length && (removed[last]?.start ?? 0) < end) last += 1;
  return removed.slice(first, last);
}

/** The ranges of a block that stay, with one space at most where something was taken out. */
function piecesOf(text: string, block: Span, removed: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let from = block.start;
  for (const { start, end } of removed) {
    if (start > from) pieces.push({ start: from, end: start });
    from = Math.max(from, end);
    const last = pieces.at(-1);
    if (last === undefined || isBreakable(text, last.end - 1)) from = breakableEnd(text, from, block.end);
  }
  if (from < block.end) pieces.push({ start: from, end: block.end });
  const last = pieces.pop();
  if (last === undefined) return [];
  let { end } = last;
  while (end > last.start && isBreakable(text, end - 1)) end -= 1;
  return [...pieces, { start: last.start, end }];
}

function breakableEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBreakable(text, at)) at += 1;
  return at;
}

/** White space that a cut may take along; tabs part the cells of a row. */
function isBreakable(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === ' ' || character === '\n' || character === '\u00a0';
}

function assemble(document: Document, pieces: readonly Span[], from: { first: number; block: Block }) {
  const inlines: Inline[] = [];
  let text = '';
  let first = from.first;
  for (const piece of pieces) {
    while ((document.inlines[first]?.end ?? Number.POSITIVE_INFINITY) <= piece.start) first += 1;
    for (let index = first; index < document.inlines.length; index += 1) {
      const inline = document.inlines[index];
      if (inline === undefined || inline.start >= piece.end) break;
      const start = Math.max(inline.start, piece.start) - piece.start + text.length;
      const end = Math.min(inline.end, piece.end) - piece.start + text.length;
      if (start < end) inlines.push({ ...inline, start, end });
    }
    text += document.text.slice(piece.start, piece.end);
  }
  return { text, inlines: joinParts(inlines) };
}

/** The two halves of an inline whose middle was removed are one again. */
function joinParts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  const last = new Map<string, number>();
  for (const inline of inlines) {
    const key = `${inline.kind} ${inline.href ?? ''}`;
    const index = last.get(key);
    const before = index === undefined ? undefined : joined[index];
    if (index !== undefined && before?.end === inline.start && inline.kind !== 'cell')
      joined[index] = { ...before, end: inline.end };
    else last.set(key, joined.push(inline) - 1);
  }
  return joined.sort((one, other) => one.start - other.start || other.end - one.end);
}
