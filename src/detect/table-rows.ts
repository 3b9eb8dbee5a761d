import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';

const MOST_ROW_WORDS = 30;
const FEWEST_ROWS = 2;
const FEWEST_SEAMS = 3;
const MOST_LOST_WORDS = 5;

/** Neighbouring lines in which cells ran together (`NameAge`, `Paris2.1 million`); a row without its cells may lie between. */
export function findGluedRows(
  analysis: Analysis,
  blocks: readonly (Block | undefined)[],
  names: ReadonlySet<string>,
): Block[][] {
  const tables: Block[][] = [];
  const [first, later] = [
    { names, begins: true },
    { names, begins: false },
  ];
  let run: Row[] = [];
  const close = (): void => {
    while (run.at(-1)?.seams === 0) run.pop();
    const seams = run.reduce((sum, row) => sum + row.seams, 0);
    const glued = run.filter((row) => row.seams > 0).length;
    if (glued >= FEWEST_ROWS && seams >= FEWEST_SEAMS) tables.push(run.map(({ block }) => block));
    run = [];
  };
  for (const block of blocks) {
    const row = block === undefined ? undefined : rowOf(analysis, block, run.length === 0 ? first : later);
    if (row === undefined || !goesOn(analysis, row, run)) close();
    if (row !== undefined && (row.seams > 0 || run.length > 0)) run.push(row);
  }
  close();
  return tables;
}

interface Row {
  readonly block: Block;
  readonly seams: number;
}

interface RowSetting {
  readonly names: ReadonlySet<string>;
  /** No row stands before it: one without a seam is none then, and most lines have nothing that looks like one. */
  readonly begins: boolean;
}

function rowOf(analysis: Analysis, block: Block, { names, begins }: RowSetting): Row | undefined {
  if (!isShort(analysis, block)) return undefined;
  const line = textOf(analysis, block);
  if (begins && !MAY_HAVE_SEAM.test(line)) return undefined;
  return NO_ROW.test(line) ? undefined : { block, seams: countSeams(line, names) };
}

/** A line without a seam is only taken for a row when it is short and follows one. */
function goesOn({ blocks }: Analysis, { block, seams }: Row, run: readonly Row[]): boolean {
  const features = blocks[block.index];
  if (run.length === 0 || block.spaced || features === undefined) return false;
  return seams > 0 || features.wordEnd - features.wordStart <= MOST_LOST_WORDS;
}

function textOf({ document }: Analysis, { start, end }: Block): string {
  return document.text.slice(start, end);
}

function isShort({ blocks }: Analysis, { index }: Block): boolean {
  const features = blocks[index];
  return features !== undefined && features.wordEnd - features.wordStart <= MOST_ROW_WORDS;
}

const NO_ROW = /[.!?:;,]["'”’)]?$|[{}<>=_\\|\t@]|https?:|www\.|\p{L}\(|\p{Ll}\.\p{Ll}|\/\/|^\w+: \w+$/u;

const TOKEN = /[^\s\u00a0]+/gu;
const SEAM =
  /(?<=\p{Ll}{2}|[)%’'”"]|\d)(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{3})(?=\d)|(?<=[%)])(?=\d)|(?<=^\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu;

const MAY_HAVE_SEAM = /[^\s\p{Lu}]\p{Lu}|[^\s\d]\d|\p{Lu}{2}/u;

/** Places where one cell seems to end and the next to begin. */
export function countSeams(line: string, names: ReadonlySet<string>): number {
  if (!MAY_HAVE_SEAM.test(line)) return 0;
  let seams = 0;
  for (const [token] of line.matchAll(TOKEN)) {
    if (token.length > 3 && !isName(token, names)) seams += token.match(SEAM)?.length ?? 0;
  }
  return seams;
}

/** `McDonald`, `iPhone`, `LinkedIn`, `3D`: a capital or figure inside is how it is written. */
function isName(token: string, names: ReadonlySet<string>): boolean {
  const word = token.replace(/^[^\p{L}\p{N}]+|(?:['’]s)?[^\p{L}\p{N}]*$/gu, '');
  return names.has(word.toLowerCase()) || /^(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|Al|[a-z]{1,2}|\d+)\p{Lu}/u.test(word);
}
