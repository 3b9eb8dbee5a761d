import type { Analysis } from '../model/analysis.ts';
import type { Block, InlineKind } from '../model/document.ts';
import type { Reach } from '../model/listed-detect.ts';
import type { Span } from '../model/span.ts';

/** The span a match stands for: itself, its sentences, or its block. */
export function reachOf(analysis: Analysis, block: Block, { span, reach }: { span: Span; reach: Reach }): Span {
  if (reach === 'match') return span;
  if (reach === 'block') return { start: block.start, end: block.end };
  const first = sentenceAt(analysis, block, span.start);
  const last = sentenceAt(analysis, block, span.end - 1);
  return { start: analysis.sentences.starts[first] as number, end: analysis.sentences.ends[last] as number };
}

/** Index of the sentence of a block that holds an offset; the block's first when none does. */
export function sentenceAt({ blocks, sentences }: Analysis, block: Block, offset: number): number {
  const features = blocks[block.index];
  if (features === undefined) return 0;
  let low = features.sentenceStart;
  let high = features.sentenceEnd - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the last of the sorted items that starts at or before an offset, or -1. */
export function lastStartingBefore(items: readonly Span[], offset: number): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a span lies within an inline of one of these kinds. */
export function insideInline(
  analysis: Analysis,
  block: Block,
  { span, kinds }: { span: Span; kinds: readonly InlineKind[] },
): boolean {
  const { inlines } = analysis.document;
  for (let at = lastStartingBefore(inlines, span.start); at >= 0; at -= 1) {
    const inline = inlines[at];
    if (inline === undefined || inline.start < block.start) return false;
    if (inline.end >= span.end && kinds.includes(inline.kind)) return true;
  }
  return false;
}
