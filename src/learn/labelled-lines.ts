import { analyze } from '../analyze/index.ts';
import { describeBlocks } from '../detect/block-model/model.ts';
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

/** Reads a page as `dross check` would and carries the labels of its lines over to its blocks. */
export function describePage(page: LabelledPage, options: { weight: number; functionless?: boolean }): PageRows {
  const text = page.lines.map(({ t }) => t).join('\n');
  const document = parse({ id: page.id, text, format: 'text' });
  const analysis = analyze(document, options.functionless === true ? { language: 'und' } : {});
  const { rows, measured } = describeBlocks(analysis);
  return {
    id: page.id,
    rows,
    words: measured.words,
    ...labelBlocks(document.blocks, placeLines(page.lines), options.weight),
    starts: Uint32Array.from(document.blocks, ({ start }) => start),
    ends: Uint32Array.from(document.blocks, ({ end }) => end),
  };
}

/** Pieces of a text with what they are. */
export interface LabelledPiece extends Span {
  readonly y: 0 | 1 | null;
  readonly weight?: number;
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
