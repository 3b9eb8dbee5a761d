import type { Block } from '../model/document.ts';
import { codeBlock, escapeLineStarts } from './escape-markdown.ts';
import { writeInlines } from './inline-markdown.ts';
import type { KeptBlock } from './kept-blocks.ts';
import { createNumbering } from './numbering.ts';
import { writeTable } from './table-markdown.ts';

const DEFAULT_LEVEL = 2;
const HARD_BREAK = '\\\n';

/** Blocks as Markdown that reads back as the same blocks. */
export function writeMarkdown(blocks: readonly KeptBlock[]): string {
  const number = createNumbering();
  const margins = createMargins();
  let out = '';
  let before: Block | undefined;
  for (let index = 0; index < blocks.length;) {
    const kept = blocks[index];
    if (kept === undefined) break;
    const { block } = kept;
    const last = block.kind === 'table-row' ? tableEnd(blocks, index) : index + 1;
    const marker = number(block);
    const margin = margins(block, marker);
    const body = block.kind === 'table-row' ? writeTable(blocks.slice(index, last)) : writeBlock(kept);
    const quote = block.container === 'quotation' ? '> ' : '';
    if (out !== '') out += jointOf(before, kept);
    out += indent(body, { first: quote + margin.first, rest: quote + margin.rest });
    before = block;
    index = last;
  }
  return out === '' ? '' : `${out}\n`;
}

/** Rows that stand together are one table. */
function tableEnd(blocks: readonly KeptBlock[], first: number): number {
  let last = first + 1;
  while (blocks[last]?.block.kind === 'table-row' && blocks[last]?.spaced === false) last += 1;
  return last;
}

function jointOf(before: Block | undefined, { block, spaced }: KeptBlock): string {
  const bothQuoted = before?.container === 'quotation' && block.container === 'quotation';
  if (bothQuoted) return '\n>\n';
  const tight = before?.container === 'list' && block.kind === 'list-item' && block.container === 'list' && !spaced;
  return tight ? '\n' : '\n\n';
}

function writeBlock({ block, text, inlines }: KeptBlock): string {
  if (block.kind === 'code') return codeBlock(text);
  const body = writeInlines(text, inlines);
  if (block.kind === 'heading') return writeHeading(body, block.level ?? DEFAULT_LEVEL);
  return escapeLineStarts(body).replaceAll('\n', HARD_BREAK);
}

/** A run of `#` at the end would be taken for the closing of the heading. */
function writeHeading(body: string, level: number): string {
  return `${'#'.repeat(level)} ${body.replaceAll('\n', ' ').replace(/(#+)$/, String.raw`\$1`)}`;
}

function indent(body: string, { first, rest }: { first: string; rest: string }): string {
  return first + body.replaceAll('\n', `\n${rest}`);
}

/** What stands before the first and the other lines of a block; what is in a list item stands under its text. */
function createMargins(): (block: Block, marker: string) => { first: string; rest: string } {
  let widths: number[] = [];
  return (block, marker) => {
    if (block.container !== 'list') {
      widths = [];
      return { first: '', rest: '' };
    }
    const level = Math.min(block.level ?? 1, widths.length + 1);
    const outer = ' '.repeat(sum(widths.slice(0, level - 1)));
    if (block.kind !== 'list-item') {
      const margin = ' '.repeat(sum(widths.slice(0, level)));
      return { first: margin, rest: margin };
    }
    widths = [...widths.slice(0, level - 1), marker.length];
    return { first: outer + marker, rest: outer + ' '.repeat(marker.length) };
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
