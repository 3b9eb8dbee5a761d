import { analyze } from '../analyze/index.ts';
import { collectListed, type Listed } from '../detect/block-model/listed-measures.ts';
import { describeBlocks } from '../detect/block-model/model.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { parse } from '../parse/parse.ts';

export interface LabelledLine {
  readonly t: string;
  /** 1 content, 0 clutter, null unknown. */
  readonly y: 0 | 1 | null;
  /** Innermost block element of the page the line came from. */
  readonly tag?: string;
  /** What the line is, where known, such as `title`. */
  readonly k?: string;
  /** How much the line weighs beside the others of its page; 1 when absent. */
  readonly weight?: number;
  /** How sure rules were of the line before its words were replaced. */
  readonly listed?: number;
}

/** A page as lines of text. */
export interface LabelledPage {
  readonly id: string;
  readonly set: string;
  readonly page_type?: string;
  readonly lines: readonly LabelledLine[];
}

/** One document's rows for learning. */
export interface PageRows {
  readonly id: string;
  /** Rows for the first forest. */
  readonly rows: Float32Array;
  readonly words: Float32Array;
  /** 1 clutter, 0 content, 255 unknown; by block. */
  readonly labels: Uint8Array;
  /** First code unit and end of each block in the lines joined by line breaks. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** By block. */
  readonly weights: Float32Array;
}

export const UNLABELLED = 255;

/** Finds what the rules that are evidence find. */
export type FindHits = (analysis: Analysis) => readonly Hit[];

export interface DescribeOptions {
  readonly weight: number;
  /** Whether the language is to be taken as unknown. */
  readonly functionless?: boolean;
  /** Whether no list is to know the page's clutter. */
  readonly unlisted?: boolean;
  readonly find?: FindHits;
}

/** Reads a page as `dross check` would and carries the labels of its lines over to its blocks. */
export function describePage(page: LabelledPage, options: DescribeOptions): PageRows {
  const analysis = analyzePage(page, options.functionless);
  const { blocks } = analysis.document;
  const pieces = placeLines(page.lines);
  const listed = collectListed(analysis, options.find?.(analysis) ?? []);
  if (options.unlisted === true) listed.clutter.fill(0);
  else carryListed(listed, blocks, pieces);
  const { rows, measured } = describeBlocks(analysis, listed);
  return {
    id: page.id,
    rows,
    words: measured.words,
    ...labelBlocks(blocks, pieces, options.weight),
    starts: Uint32Array.from(blocks, ({ start }) => start),
    ends: Uint32Array.from(blocks, ({ end }) => end),
  };
}

function analyzePage({ id, lines }: LabelledPage, functionless?: boolean): Analysis {
  const document = parse({ id, text: lines.map(({ t }) => t).join('\n'), format: 'text' });
  return analyze(document, functionless === true ? { language: 'und' } : {});
}

/** Notes for each line how sure the rules are of it. */
export function listLines(page: LabelledPage, find: FindHits): LabelledPage {
  const analysis = analyzePage(page);
  const { clutter } = collectListed(analysis, find(analysis));
  const { blocks } = analysis.document;
  let at = 0;
  const listed = placeLines(page.lines).map(({ start, end }) => {
    while (at < blocks.length && (blocks[at] as Span).end <= start) at += 1;
    return at < blocks.length && (blocks[at] as Span).start < end ? (clutter[at] as number) : 0;
  });
  return { ...page, lines: page.lines.map((line, index) => ({ ...line, listed: listed[index] as number })) };
}

function carryListed({ clutter }: Listed, blocks: readonly Span[], pieces: readonly LabelledPiece[]): void {
  let first = 0;
  blocks.forEach((block, index) => {
    while (first < pieces.length && (pieces[first] as LabelledPiece).end <= block.start) first += 1;
    const piece = pieces[first];
    if (piece?.listed === undefined || piece.start >= block.end) return;
    clutter[index] = Math.max(clutter[index] as number, piece.listed);
  });
}

/** Pieces of a text with what they are. */
export interface LabelledPiece extends Span {
  readonly y: 0 | 1 | null;
  readonly weight?: number;
  readonly listed?: number;
}

/** A block is what most of its labelled characters are. Both lists are in order, so one pass does. */
export function labelBlocks(
  blocks: readonly Span[],
  pieces: readonly LabelledPiece[],
  pageWeight: number,
): { labels: Uint8Array; weights: Float32Array } {
  const weights = new Float32Array(blocks.length);
  const labels = new Uint8Array(blocks.length);
  let first = 0;
  blocks.forEach((block, index) => {
    while (first < pieces.length && (pieces[first] as LabelledPiece).end <= block.start) first += 1;
    let last = first;
    while (last < pieces.length && (pieces[last] as LabelledPiece).start < block.end) last += 1;
    const own = pieces.slice(first, last);
    labels[index] = labelOf(own, block);
    weights[index] = pageWeight * Math.max(...own.map(({ weight }) => weight ?? 1), 0);
  });
  return { labels, weights };
}

function placeLines(lines: readonly LabelledLine[]): LabelledPiece[] {
  let start = 0;
  return lines.map((line) => {
    const placed = { ...line, start, end: start + line.t.length };
    start = placed.end + 1;
    return placed;
  });
}

function labelOf(pieces: readonly LabelledPiece[], block: Span): number {
  const counts = [0, 0];
  for (const { y, start, end } of pieces) {
    if (y === null) continue;
    counts[y] = (counts[y] as number) + Math.min(end, block.end) - Math.max(start, block.start);
  }
  const [clutter = 0, content = 0] = counts;
  if (clutter + content === 0) return UNLABELLED;
  return clutter > content ? 1 : 0;
}
