import type { Block, Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { markContainers } from './containers.ts';
import { makeBlock } from './make-block.ts';
import { findQuotations } from './quotations.ts';
import { guessKinds } from './text-kinds.ts';
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
    blocks.push(makeBlock(guess, { index, start: first.start, end: last.end, spaced: first.spaced }));
  });
  return {
    source,
    text,
    blocks: markContainers(text, blocks, 'wrapped'),
    inlines: findQuotations(text, blocks),
    allowances: [],
  };
}
