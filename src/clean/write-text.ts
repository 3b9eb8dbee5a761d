import type { KeptBlock } from './kept-blocks.ts';
import { createNumbering } from './numbering.ts';

const INDENT = '  ';

/** Blocks as plain text: parted by line breaks, list items with their marker, the cells of a row by tabs. */
export function writeText(blocks: readonly KeptBlock[]): string {
  const number = createNumbering();
  let text = '';
  for (const kept of blocks) {
    if (text !== '') text += kept.spaced ? '\n\n' : '\n';
    text += writeBlock(kept, number(kept.block));
  }
  return text === '' ? '' : `${text}\n`;
}

function writeBlock({ block, text }: KeptBlock, marker: string): string {
  if (block.container !== 'list') return text;
  const depth = Math.max(0, (block.level ?? 1) - 1);
  const margin = INDENT.repeat(depth);
  const hanging = `${margin}${INDENT}`;
  return (block.kind === 'list-item' ? margin + marker : hanging) + text.replaceAll('\n', `\n${hanging}`);
}
