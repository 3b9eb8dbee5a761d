import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** What forms are matched in: a sentence, or a line of code. Word indexes are half-open. */
export interface Segment extends Span {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

/** The segments of a block, in order. */
export function segmentsOf(analysis: Analysis, block: Block): Segment[] {
  const features = analysis.blocks[block.index];
  if (features === undefined) return [];
  if (block.container === 'code') return lineSegments(analysis, block, features);
  return joinExclamations(analysis, sentenceSegments(analysis, block, features));
}

function sentenceSegments({ sentences }: Analysis, block: Block, features: BlockFeatures): Segment[] {
  const segments: Segment[] = [];
  for (let at = features.sentenceStart; at < features.sentenceEnd; at += 1) {
    segments.push({
      block,
      start: sentences.starts[at] as number,
      end: sentences.ends[at] as number,
      from: sentences.wordStart[at] as number,
      to: sentences.wordEnd[at] as number,
    });
  }
  return segments;
}

const SHORT_WORDS = 4;
const SHORT_IDEOGRAPHS = 8;

/** A sentence as short as an exclamation belongs to the one behind it: "Certainly! Here is the text". */
function joinExclamations({ words }: Analysis, segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  let short: Segment | undefined;
  for (const segment of segments) {
    const whole: Segment = short === undefined ? segment : { ...segment, start: short.start, from: short.from };
    const most = ((words.flags[whole.from] ?? 0) & WORD.ideograph) === 0 ? SHORT_WORDS : SHORT_IDEOGRAPHS;
    short = whole.to - whole.from <= most ? whole : undefined;
    if (short === undefined) joined.push(whole);
  }
  if (short !== undefined) joined.push(short);
  return joined;
}

function lineSegments({ document, words }: Analysis, block: Block, features: BlockFeatures): Segment[] {
  const segments: Segment[] = [];
  let word = features.wordStart;
  for (let start = block.start; start < block.end;) {
    const found = document.text.indexOf('\n', start);
    const end = found < 0 ? block.end : Math.min(found, block.end);
    const from = word;
    while (word < features.wordEnd && (words.starts[word] as number) < end) word += 1;
    if (word > from) segments.push({ block, ...trim(document.text, start, end), from, to: word });
    start = end + 1;
  }
  return segments;
}

function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 0x20) from += 1;
  while (to > from && text.charCodeAt(to - 1) <= 0x20) to -= 1;
  return { start: from, end: to };
}
