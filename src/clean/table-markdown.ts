import type { Inline } from '../model/document.ts';
import { writeInlines } from './inline-markdown.ts';
import type { KeptBlock } from './kept-blocks.ts';

/** Rows as a table of GFM; the first is its head. */
export function writeTable(rows: readonly KeptBlock[]): string {
  const cells = rows.map(cellsOf);
  const width = cells.reduce((most, row) => Math.max(most, row.length), 1);
  const lines = cells.map((row) => lineOf([...row, ...Array<string>(width - row.length).fill('')]));
  return [lines[0], lineOf(Array<string>(width).fill('---')), ...lines.slice(1)].join('\n');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellsOf({ text, inlines }: KeptBlock): string[] {
  const cells: string[] = [];
  let start = 0;
  for (const cell of text.split('\t')) {
    const end = start + cell.length;
    cells.push(writeCell(cell, within(inlines, start, end)));
    start = end + 1;
  }
  return cells;
}

function writeCell(cell: string, inlines: readonly Inline[]): string {
  return writeInlines(cell, inlines)
    .replaceAll('\n', ' ')
    .replaceAll('|', String.raw`\|`)
    .trim();
}

function within(inlines: readonly Inline[], start: number, end: number): Inline[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'cell' || inline.start < start || inline.end > end) return [];
    return [{ ...inline, start: inline.start - start, end: inline.end - start }];
  });
}
