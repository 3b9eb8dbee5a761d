import { analyze } from '../analyze/index.ts';
import { measureBlocks } from '../detect/block-model/block-measures.ts';
import { describeContext } from '../detect/block-model/context-measures.ts';
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
  /** `LINE_COLUMNS` wide. */
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
  const measured = measureBlocks(analysis);
  return {
    id: page.id,
    rows: describeContext(measured),
    words: measured.words,
    ...labelBlocks(document.blocks, page.lines, options.weight),
    starts: Uint32Array.from(document.blocks, ({ start }) => start),
    ends: Uint32Array.from(document.blocks, ({ end }) => end),
  };
}

/** A block is what most of its labelled characters are. Both lists are in order, so one pass does. */
function labelBlocks(
  blocks: readonly Span[],
  lines: readonly LabelledLine[],
  pageWeight: number,
): { labels: Uint8Array; weights: Float32Array } {
  const weights = new Float32Array(blocks.length);
  const labels = new Uint8Array(blocks.length);
  const placed = placeLines(lines);
  let first = 0;
  blocks.forEach((block, index) => {
    while (first < placed.length && (placed[first] as PlacedLine).end <= block.start) first += 1;
    let last = first;
    while (last < placed.length && (placed[last] as PlacedLine).start < block.end) last += 1;
    const own = placed.slice(first, last);
    labels[index] = labelOf(own, block);
    weights[index] = pageWeight * Math.max(...own.map(({ line }) => line.weight ?? 1), 0);
  });
  return { labels, weights };
}

interface PlacedLine extends Span {
  readonly line: LabelledLine;
}

function placeLines(lines: readonly LabelledLine[]): PlacedLine[] {
  let start = 0;
  return lines.map((line) => {
    const placed = { line, start, end: start + line.t.length };
    start = placed.end + 1;
    return placed;
  });
}

function labelOf(lines: readonly PlacedLine[], block: Span): number {
  const counts = [0, 0];
  for (const { line, start, end } of lines) {
    if (line.y === null) continue;
    counts[line.y] = (counts[line.y] as number) + Math.min(end, block.end) - Math.max(start, block.start);
  }
  const [clutter = 0, content = 0] = counts;
  if (clutter + content === 0) return UNLABELLED;
  return clutter > content ? 1 : 0;
}
