import type { Block, Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { findQuotations } from './quotations.ts';
import { guessKinds } from './text-kinds.ts';
import type { Guess } from './text-kinds.ts';
import { scanLines } from './text-lines.ts';
import { groupLines } from './text-wrap.ts';

/** Plain text: its own `Document.text`, a block a line, or a block a paragraph where lines are hard-wrapped. */
export function parseText(source: Source): Document {
  const { text } = source;
  const lines = scanLines(text);
  const groups = groupLines(text, lines);
  const guesses = guessKinds({ text, lines, groups });
  const blocks: Block[] = [];
  groups.forEach((group, index) => {
    const first = lines[group.first];
    const last = lines[group.last - 1];
    const guess = guesses[index];
    if (first === undefined || last === undefined || guess === undefined) return;
    blocks.push(toBlock(guess, index, { start: first.start, end: last.end, spaced: first.spaced }));
  });
  return { source, text, blocks, inlines: findQuotations(text, blocks), allowances: [] };
}

/** Field by field: a spread followed by more fields is the slowest way to make an object. */
function toBlock(guess: Guess, index: number, place: Pick<Block, 'start' | 'end' | 'spaced'>): Block {
  const { kind, container, level } = guess;
  const { start, end, spaced } = place;
  if (level === undefined) return { kind, container, index, start, end, spaced };
  return { kind, container, level, index, start, end, spaced };
}
