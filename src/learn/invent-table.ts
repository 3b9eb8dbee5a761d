import type { LabelledLine } from './labelled-lines.ts';

/**
 * Labelled pages hold few tables that are known to belong to the article, and a table as text, a cell a line, looks like a menu.
 * So some are invented: names from the article in one column, figures in the others, or names of properties and what they are.
 */
export function insertTable(lines: readonly LabelledLine[], random: () => number): LabelledLine[] {
  const places = lines.flatMap(({ y }, index) => (y === 1 ? [index] : []));
  const place = random() < AT_END_SHARE ? places.at(-1) : places[Math.floor(random() * places.length)];
  const words = readWords(lines);
  if (place === undefined || words.names.length < FEWEST_NAMES) return [...lines];
  const cells = random() < LIST_SHARE ? inventList(words, random) : inventCells(words, random);
  const table = cells.map((t) => ({ t, y: 1 as const, listed: 0 }));
  return [...lines.slice(0, place + 1), ...table, ...lines.slice(place + 1)];
}

const AT_END_SHARE = 0.5;
const LIST_SHARE = 0.35;
const FEWEST_NAMES = 6;
const CAPITALISED = /(?<=[\p{Ll},] )\p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}+)?/gu;
const PLAIN = /(?<=[\p{L}] )\p{Ll}{4,}/gu;
const MOST_WORDS = 200;

interface PageWords {
  readonly names: readonly string[];
  readonly plain: readonly string[];
}

function readWords(lines: readonly LabelledLine[]): PageWords {
  const text = lines
    .filter(({ y }) => y === 1)
    .map(({ t }) => t)
    .join(' ');
  const read = (expression: RegExp): string[] => [...new Set(text.match(expression) ?? [])].slice(0, MOST_WORDS);
  return { names: read(CAPITALISED), plain: read(PLAIN) };
}

type Random = () => number;

function choose<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}

function numberBetween(low: number, high: number, random: Random): number {
  return low + Math.floor(random() * (high - low + 1));
}

type Cell = (words: PageWords, random: Random) => string;

const CELLS: readonly Cell[] = [
  (_, random) => String(numberBetween(0, 30, random)),
  (_, random) => String(numberBetween(0, 900, random)),
  (_, random) => `${numberBetween(0, 99, random)}.${numberBetween(0, 9, random)}`,
  (_, random) => `${numberBetween(1, 99, random)}%`,
  (_, random) => `${choose(['+', '-', '−'], random)}${numberBetween(0, 19, random)}.${numberBetween(0, 9, random)}%`,
  (_, random) => `${choose(['$', '€', '£'], random)}${numberBetween(1, 99, random)},${numberBetween(100, 999, random)}`,
  (_, random) => `${numberBetween(1, 12, random)}/${numberBetween(1, 28, random)}/${numberBetween(1990, 2025, random)}`,
  (_, random) => String(numberBetween(1950, 2025, random)),
  (_, random) => choose(['Yes', 'No', '–', 'Yes', 'No'], random),
  (_, random) => `${numberBetween(0, 6, random)}-${numberBetween(0, 6, random)}`,
  ({ names }, random) => choose(names, random),
  ({ names, plain }, random) => `${choose(plain, random)} ${choose(names, random)}`,
  ({ plain }, random) => capitalise([plain, plain, plain].map((words) => choose(words, random)).join(' ')),
];
const WORDED = CELLS.slice(-3);
const MOST_ROWS = 14;
const MOST_ROWS_OF_LONG = 150;
const LONG_SHARE = 0.2;
/** Tables whose rows begin with a name; the others begin with whatever comes. */
const NAMED_SHARE = 0.7;

/** A row of heads, then rows of a name and further cells. */
function inventCells(words: PageWords, random: Random): string[] {
  if (words.plain.length === 0) return [];
  const columns = Array.from({ length: numberBetween(1, 6, random) }, () => choose(CELLS, random));
  const rows = numberBetween(3, random() < LONG_SHARE ? MOST_ROWS_OF_LONG : MOST_ROWS, random);
  const cells =
    random() < 0.5 ? [choose(words.names, random), ...columns.map(() => capitalise(choose(words.plain, random)))] : [];
  const head: Cell = random() < NAMED_SHARE ? ({ names }) => choose(names, random) : choose(CELLS, random);
  for (let row = 0; row < rows; row += 1) {
    cells.push(head(words, random), ...columns.map((cell) => cell(words, random)));
  }
  return cells;
}

/** Lines such as "Director: Anne Wells", or "3. Anne Wells". */
function inventList(words: PageWords, random: Random): string[] {
  if (words.plain.length === 0) return [];
  if (random() < COUNTED_SHARE) return inventCount(words, random);
  const mark = random() < 0.8 ? ': ' : ' - ';
  return Array.from({ length: numberBetween(3, 10, random) }, () => {
    const values = Array.from({ length: numberBetween(1, 3, random) }, () => choose(CELLS, random)(words, random));
    return `${capitalise(choose(words.plain, random))}${mark}${values.join(', ')}`;
  });
}

const COUNTED_SHARE = 0.5;

function inventCount(words: PageWords, random: Random): string[] {
  const mark = choose(['. ', ') ', '、', ': ', '.'], random);
  const kinds = Array.from({ length: numberBetween(1, 2, random) }, () => choose(WORDED, random));
  return Array.from(
    { length: numberBetween(3, random() < LONG_SHARE ? MOST_ROWS_OF_LONG : MOST_ROWS, random) },
    (_, row) => `${row + 1}${mark}${kinds.map((kind) => kind(words, random)).join(' ')}`,
  );
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
