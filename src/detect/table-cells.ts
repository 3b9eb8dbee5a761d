import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';

const MOST_CELL_WORDS = 8;
const MOST_CELL_CHARACTERS = 64;
const FEWEST_COLUMNS = 2;
const MOST_COLUMNS = 8;
/** Header and two rows. */
const FEWEST_ROWS = 3;
const FEWEST_CELLS = 6;
/** Share of a column's cells that must agree on being figures or words. */
const AGREEMENT = 0.9;

/** Neighbouring lines that are the cells of one table, header first. */
export function findCellRuns(
  analysis: Analysis,
  blocks: readonly (Block | undefined)[],
  isHead: (block: Block) => boolean,
): Block[][] {
  const tables: Block[][] = [];
  const mayHold = (run: readonly Block[]): boolean => run.some((block) => isFigure(analysis, block) || isHead(block));
  const lines = runsOf(blocks, (block) => isShort(analysis, block)).filter(mayHold);
  for (const run of lines.flatMap((line) => runsOf(line, (block) => looksLikeCell(analysis, block)))) {
    const figures = run.map((block) => isFigure(analysis, block));
    let first = 0;
    while (run.length - first >= FEWEST_CELLS) {
      const length = tableLength(figures, first) || (isHead(run[first] as Block) ? run.length - first : 0);
      if (length > 0) tables.push(run.slice(first, first + length));
      first += Math.max(1, length);
    }
  }
  return tables;
}

/** Stretches of lines that are cells, without blank lines between them. */
function runsOf(blocks: readonly (Block | undefined)[], isCell: (block: Block) => boolean): Block[][] {
  const runs: Block[][] = [];
  let run: Block[] = [];
  const close = (): void => {
    if (run.length >= FEWEST_CELLS) runs.push(run);
    run = [];
  };
  for (const block of blocks) {
    const cell = block !== undefined && isCell(block) ? block : undefined;
    if (cell === undefined || cell.spaced) close();
    if (cell !== undefined) run.push(cell);
  }
  close();
  return runs;
}

/** Told without a look at the letters, which most stretches of short lines can then be spared. */
function isShort({ blocks }: Analysis, { index, start, end }: Block): boolean {
  const features = blocks[index];
  if (features === undefined || end - start > MOST_CELL_CHARACTERS) return false;
  const count = features.wordEnd - features.wordStart;
  return count > 0 && count <= MOST_CELL_WORDS;
}

/** Whether a short line is no sentence. */
function looksLikeCell({ document }: Analysis, { start, end }: Block): boolean {
  const line = document.text.slice(start, end);
  return !/[!?:;|\t]$|[\p{L}\d]{3}[.]$|[|\t<>]|https?:/u.test(line) && !NOT_A_CELL.test(line);
}

/** Lines that lists of articles, comments and archives repeat. */
const NOT_A_CELL =
  /\b(?:ago|[Cc]omments?|[Vv]iews?|[Ss]hares?|[Ll]ikes?|[Rr]eplies|min read|[Rr]ead more|[Pp]osted|[Pp]ublished|[Ee]dited|[Uu]pdated|[Bb]y [A-Z]\w*)\b|^\p{Lu}\p{Ll}{2,} \d{1,2}(?:, \d{4})?$|^\d{1,2} \p{Lu}\p{Ll}{2,}(?: \d{4})?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|\(\d+\)$/u;

/** Lines of a run that form a table from its `first` line on, by which of them are figures; 0 when they form none. */
function tableLength(figures: readonly boolean[], first: number): number {
  for (let columns = FEWEST_COLUMNS; columns <= MOST_COLUMNS; columns += 1) {
    const rows = alignedRows(figures, first, columns);
    if (rows >= FEWEST_ROWS) return rows * columns;
  }
  return 0;
}

const FIGURE = /^[<>~≈≤≥±+−–-]?\s?[$€£¥]?\d[\d.,' ]*\s?(?:[%‰°]|[\p{L}µ²³/%°·^.]+(?:\s[\p{L}²³/]+)?)?$/u;

function isFigure({ document }: Analysis, { start, end }: Block): boolean {
  return FIGURE.test(document.text.slice(start, end));
}

/** Whole rows whose columns each hold figures only or words only below a header of words; at least one holds figures. */
function alignedRows(figures: readonly boolean[], first: number, columns: number): number {
  const pattern = first + columns;
  if (pattern + columns > figures.length || countFigures(figures, first, pattern) > 0) return 0;
  const counted = countFigures(figures, pattern, pattern + columns);
  if (counted === 0 || counted === columns) return 0;
  let rows = 1;
  while (first + (rows + 1) * columns <= figures.length && agrees(figures, pattern, { columns, row: rows })) rows += 1;
  return rows;
}

function countFigures(figures: readonly boolean[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (figures[at] === true) count += 1;
  return count;
}

/** Whether a row is like the one at `pattern`, which is the row of number 1. */
function agrees(
  figures: readonly boolean[],
  pattern: number,
  { columns, row }: { columns: number; row: number },
): boolean {
  const from = pattern + (row - 1) * columns;
  let same = 0;
  for (let column = 0; column < columns; column += 1)
    if (figures[from + column] === figures[pattern + column]) same += 1;
  return same >= columns * AGREEMENT;
}
