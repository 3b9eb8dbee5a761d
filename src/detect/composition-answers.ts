import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import type { Judged } from './composition-plan.ts';

/** How a label ("Completed table:") stands in its document. */
export interface LabelFeatures extends Record<string, number> {
  /** It is a block of its own. */
  readonly alone: number;
  /** Words that close an answer follow. */
  readonly answered: number;
  /** The block behind it repeats what stood before it. */
  readonly repeats: number;
}

const SHINGLE = 3;
const REPEATED_SHARE = 0.5;
const FEWEST_SHINGLES = 6;

/** @param closing the block that closes the answer, if there is one */
export function describeLabel(
  analysis: Analysis,
  label: Span & { block: { index: number } },
  closing?: number,
): LabelFeatures {
  const block = analysis.document.blocks[label.block.index];
  const alone = block !== undefined && label.start <= block.start && label.end >= block.end - 1;
  return {
    alone: alone ? 1 : 0,
    answered: alone && closing !== undefined ? 1 : 0,
    repeats: alone && repeatsEarlier(analysis, label.block.index) ? 1 : 0,
  };
}

/** The first block behind a label, near enough, that holds words of the kind that close an answer. */
export function closingBlock(label: Judged, closers: readonly Judged[]): number | undefined {
  const first = label.block.index;
  const last = first + (label.rule.detect.stretch ?? 0);
  return closers.map(({ block }) => block.index).find((index) => index > first && index <= last);
}

/** One hit a block between a label and the words that close its answer. */
export function hitsBetween(analysis: Analysis, label: Judged, closing: number): Hit[] {
  const { blocks, text } = analysis.document;
  return blocks.slice(label.block.index + 1, closing).map(({ start, end }) => ({
    rule: label.rule,
    start,
    end,
    confidence: label.confidence,
    values: { found: text.slice(start, end) },
  }));
}

function repeatsEarlier({ words, blocks }: Analysis, label: number): boolean {
  const next = blocks[label + 1];
  const before = blocks[label];
  if (next === undefined || before === undefined) return false;
  const total = next.wordEnd - next.wordStart - SHINGLE + 1;
  if (total < FEWEST_SHINGLES) return false;
  const wanted = new Set<number>();
  for (let at = next.wordStart; at + SHINGLE <= next.wordEnd; at += 1) wanted.add(shingleAt(words.hashes, at));
  const seen = new Set<number>();
  for (let at = 0; at + SHINGLE <= before.wordStart; at += 1) {
    const shingle = shingleAt(words.hashes, at);
    if (wanted.has(shingle)) seen.add(shingle);
  }
  return seen.size >= REPEATED_SHARE * wanted.size;
}

function shingleAt(hashes: Int32Array, at: number): number {
  let value = 0;
  for (let next = at; next < at + SHINGLE; next += 1) value = (Math.imul(value, 31) + (hashes[next] as number)) | 0;
  return value;
}
