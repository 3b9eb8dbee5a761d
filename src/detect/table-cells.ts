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
  for (const run of runsOf(analysis, blocks)) {
    let first = 0;
    while (run.length - first >= FEWEST_CELLS) {
      const length = tableLength(analysis, run.slice(first), isHead);
      if (length > 0) tables.push(run.slice(first, first + length));
      first += Math.max(1, length);
    }
  }
  return tables;
}

/** Stretches of short lines, none of them a sentence, without blank lines between them. */
function runsOf(analysis: Analysis, blocks: readonly (Block | undefined)[]): Block[][] {
  const runs: Block[][] = [];
  let run: Block[] = [];
  for (const block of blocks) {
    const isCell = block !== undefined && looksLikeCell(analysis, block);
    if (!isCell || block.spaced) {
      if (run.length >= FEWEST_CELLS) runs.push(run);
      run = [];
    }
    if (isCell) run.push(block);
  }
  if (run.length >= FEWEST_CELLS) runs.push(run);
  return runs;
}

function looksLikeCell({ document, blocks }: Analysis, { index, start, end }: Block): boolean {
  const features = blocks[index];
  if (features === undefined || end - start > MOST_CELL_CHARACTERS) return false;
  const count = features.wordEnd - features.wordStart;
  const line = document.text.slice(start, end);
  return (
    count > 0 &&
    count <= MOST_CELL_WORDS &&
    !/[!?:;|\t]$|[\p{L}\d]{3}[.]$|[|\t<>]|https?:/u.test(line) &&
    !NOT_A_CELL.test(line)
  );
}

/** Lines that lists of articles, comments and archives repeat. */
const NOT_A_CELL =
  /\b(?:ago|[Cc]omments?|[Vv]iews?|[Ss]hares?|[Ll]ikes?|[Rr]eplies|min read|[Rr]ead more|[Pp]osted|[Pp]ublished|[Ee]dited|[Uu]pdated|[Bb]y [A-Z]\w*)\b|^\p{Lu}\p{Ll}{2,} \d{1,2}(?:, \d{4})?$|^\d{1,2} \p{Lu}\p{Ll}{2,}(?: \d{4})?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|\(\d+\)$/u;

/** Lines of the run that form a table from its first line on; 0 when there is none. */
function tableLength(analysis: Analysis, run: readonly Block[], isHead: (block: Block) => boolean): number {
  const figures = run.map((block) => isFigure(analysis, block));
  for (let columns = FEWEST_COLUMNS; columns <= MOST_COLUMNS; columns += 1) {
    const rows = alignedRows(figures, columns);
    if (rows >= FEWEST_ROWS) return Math.min(run.length, rows * columns);
  }
  const [first] = run;
  return first !== undefined && isHead(first) ? run.length : 0;
}

const FIGURE = /^[<>~≈≤≥±+−–-]?\s?[$€£¥]?\d[\d.,' ]*\s?(?:[%‰°]|[\p{L}µ²³/%°·^.]+(?:\s[\p{L}²³/]+)?)?$/u;

function isFigure({ document }: Analysis, { start, end }: Block): boolean {
  return FIGURE.test(document.text.slice(start, end));
}

/** Whole rows whose columns each hold figures only or words only below a header of words; at least one holds figures. */
function alignedRows(figures: readonly boolean[], columns: number): number {
  if (figures.slice(0, columns).some(Boolean)) return 0;
  const pattern = figures.slice(columns, 2 * columns);
  if (pattern.length < columns || !pattern.includes(true) || !pattern.includes(false)) return 0;
  let rows = 1;
  while ((rows + 1) * columns <= figures.length && agrees(figures, pattern, rows * columns)) rows += 1;
  return rows;
}

function agrees(figures: readonly boolean[], pattern: readonly boolean[], from: number): boolean {
  let same = 0;
  for (let column = 0; column < pattern.length; column += 1) if (figures[from + column] === pattern[column]) same += 1;
  return same >= pattern.length * AGREEMENT;
}
