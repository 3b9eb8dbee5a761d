import { measureColumn, BLOCK_MEASURES, type BlockMeasure, type Measured } from './block-measures.ts';
import { bestStretch } from './best-stretch.ts';

/** Measures of the neighbours `OFFSETS` blocks away that are repeated in a block's own row. */
const NEIGHBOUR_MEASURES = [
  'words',
  'end',
  'begin',
  'function word share',
  'capital share',
  'prose',
  'kind',
  'echo',
] as const satisfies readonly BlockMeasure[];
const OFFSETS = [-3, -2, -1, 1, 2, 3] as const;
const WINDOWS = [3, 8, 20] as const;
/** Words that a block without prose costs a stretch of prose that runs across it. */
const STRETCH_COSTS = [3, 8, 20] as const;
const SHORT_WORDS = 8;
/** Stands for the neighbours of the first and the last block. */
const OUTSIDE = -2;

export const CONTEXT_MEASURES: readonly string[] = [
  'place',
  'place from start',
  'place from end',
  'words before',
  'short run',
  'place in short run',
  'blocks since prose',
  'blocks to prose',
  'words of prose above',
  'words of prose below',
  'from first prose',
  'to last prose',
  'likeness above',
  'likeness below',
  ...WINDOWS.flatMap((size) =>
    ['prose before', 'prose after', 'words before', 'words after'].map((name) => `${name} in ${size}`),
  ),
  ...STRETCH_COSTS.flatMap((cost) => [`in stretch ${cost}`, `from stretch ${cost}`]),
  'blocks',
  'words in all',
  'prose share',
  'short share',
  'ended share',
  'capitals in all',
  'function words in all',
  'median words',
  ...OFFSETS.flatMap((offset) => NEIGHBOUR_MEASURES.map((name) => `${name} at ${offset}`)),
];

const OWN = BLOCK_MEASURES.length;
const END_COLUMN = measureColumn('end');
const BEGIN_COLUMN = measureColumn('begin');
const CAPITALS = measureColumn('capital share');
const FUNCTIONS = measureColumn('function word share');
const NEIGHBOUR_COLUMNS = NEIGHBOUR_MEASURES.map(measureColumn);

/** Names of the columns of `describeContext`. */
export const LINE_COLUMNS: readonly string[] = [...BLOCK_MEASURES, ...CONTEXT_MEASURES];

/** Rows of a block's own measures and what stands around it, `LINE_COLUMNS` wide. Linear in the number of blocks. */
export function describeContext(measured: Measured): Float32Array {
  const width = LINE_COLUMNS.length;
  const rows = new Float32Array(measured.count * width);
  const surroundings = survey(measured);
  for (let index = 0; index < measured.count; index += 1) {
    const row = rows.subarray(index * width, (index + 1) * width);
    row.set(measured.values.subarray(index * OWN, (index + 1) * OWN));
    let at = writePlace(row, { measured, surroundings, index });
    at = writeWindows(row, at, { measured, surroundings, index });
    row.set(surroundings.document, at);
    writeNeighbours(row, at + surroundings.document.length, { measured, index });
  }
  return rows;
}

/** What the rows of one document have in common. */
interface Surroundings {
  /** Sums over the blocks before each index; one longer than the document. */
  readonly wordSums: Float64Array;
  readonly proseSums: Float64Array;
  readonly above: Int32Array;
  readonly below: Int32Array;
  readonly runs: Int32Array;
  readonly runPlaces: Int32Array;
  readonly stretches: readonly { readonly first: number; readonly last: number }[];
  readonly firstProse: number;
  readonly lastProse: number;
  readonly document: readonly number[];
}

/** Fewer words of prose than this do not begin an article's body. */
const LEAST_PROSE = 12;

function survey(measured: Measured): Surroundings {
  const { prose, words, count } = measured;
  const above = new Int32Array(count);
  const below = new Int32Array(count);
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    above[index] = last;
    if ((prose[index] as number) >= LEAST_PROSE) last = index;
  }
  let first = count;
  for (let index = count - 1; index >= 0; index -= 1) {
    below[index] = first;
    if ((prose[index] as number) >= LEAST_PROSE) first = index;
  }
  const stretches = STRETCH_COSTS.map((cost) => bestStretch(count, (index) => (prose[index] as number) || -cost));
  return {
    ...shortRuns(words),
    wordSums: sumsOf(words),
    proseSums: sumsOf(prose),
    above,
    below,
    stretches,
    firstProse: first,
    lastProse: last,
    document: describeDocument(measured),
  };
}

function sumsOf(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1)
    sums[index + 1] = (sums[index] as number) + (values[index] as number);
  return sums;
}

function shortRuns(words: Float32Array): { runs: Int32Array; runPlaces: Int32Array } {
  const runs = new Int32Array(words.length);
  const runPlaces = new Int32Array(words.length);
  let first = 0;
  for (let index = 0; index <= words.length; index += 1) {
    if (index < words.length && (words[index] as number) < SHORT_WORDS) {
      runPlaces[index] = index - first + 1;
      continue;
    }
    runs.fill(index - first, first, index);
    first = index + 1;
  }
  return { runs, runPlaces };
}

function describeDocument({ count, values, words, prose }: Measured): number[] {
  let all = 0;
  let running = 0;
  let short = 0;
  let ended = 0;
  let capitals = 0;
  let functions = 0;
  for (let index = 0; index < count; index += 1) {
    const own = words[index] as number;
    const row = index * OWN;
    all += own;
    running += prose[index] as number;
    if (own < SHORT_WORDS) short += 1;
    const end = values[row + END_COLUMN] as number;
    if (end >= 1 && end <= 3) ended += 1;
    capitals += (values[row + CAPITALS] as number) * own;
    functions += (values[row + FUNCTIONS] as number) * own;
  }
  const weight = Math.max(1, all);
  const blocks = Math.max(1, count);
  const median = Float32Array.from(words).sort()[count >> 1] ?? 0;
  return [
    Math.log2(1 + count),
    Math.log2(1 + all),
    running / weight,
    short / blocks,
    ended / blocks,
    capitals / weight,
    functions / weight,
    Math.log2(1 + median),
  ];
}

interface Spot {
  readonly measured: Measured;
  readonly surroundings: Surroundings;
  readonly index: number;
}

function writePlace(row: Float32Array, { measured, surroundings, index }: Spot): number {
  const { count, prose } = measured;
  const { above, below, wordSums, firstProse, lastProse, runs, runPlaces } = surroundings;
  const up = above[index] as number;
  const down = below[index] as number;
  const columns = [
    count > 1 ? index / (count - 1) : 0,
    Math.log2(1 + index),
    Math.log2(count - index),
    (wordSums[index] as number) / Math.max(1, wordSums[count] as number),
    runs[index] as number,
    runPlaces[index] as number,
    up < 0 ? OUTSIDE : Math.log2(index - up),
    down >= count ? OUTSIDE : Math.log2(down - index),
    up < 0 ? OUTSIDE : Math.log2(prose[up] as number),
    down >= count ? OUTSIDE : Math.log2(prose[down] as number),
    compress(index - firstProse),
    compress(lastProse - index),
    likeness(measured, index, index - 1),
    likeness(measured, index, index + 1),
  ];
  row.set(columns, OWN);
  return OWN + columns.length;
}

/** Signed logarithm of a distance. */
function compress(distance: number): number {
  return Math.sign(distance) * Math.log2(1 + Math.abs(distance));
}

/** How many of four traits two blocks share, less the difference of their lengths. */
function likeness({ values, count, words }: Measured, index: number, other: number): number {
  if (other < 0 || other >= count) return OUTSIDE;
  const a = index * OWN;
  const b = other * OWN;
  const same = [END_COLUMN, BEGIN_COLUMN].filter((column) => values[a + column] === values[b + column]).length;
  const capitals = Math.abs((values[a + CAPITALS] as number) - (values[b + CAPITALS] as number));
  return same - capitals - Math.abs(Math.log2(1 + (words[index] as number)) - Math.log2(1 + (words[other] as number)));
}

function writeWindows(row: Float32Array, from: number, { measured, surroundings, index }: Spot): number {
  const { wordSums, proseSums } = surroundings;
  const { count } = measured;
  let at = from;
  const sum = (sums: Float64Array, first: number, last: number): number =>
    Math.log2(1 + (sums[Math.min(count, last)] as number) - (sums[Math.max(0, first)] as number));
  for (const size of WINDOWS) {
    row[at++] = sum(proseSums, index - size, index);
    row[at++] = sum(proseSums, index + 1, index + 1 + size);
    row[at++] = sum(wordSums, index - size, index);
    row[at++] = sum(wordSums, index + 1, index + 1 + size);
  }
  for (const { first, last } of surroundings.stretches) {
    row[at++] = index >= first && index <= last ? 1 : 0;
    row[at++] = index < first ? compress(index - first) : index > last ? compress(index - last) : 0;
  }
  return at;
}

function writeNeighbours(row: Float32Array, from: number, { measured, index }: Omit<Spot, 'surroundings'>): void {
  let at = from;
  for (const offset of OFFSETS) {
    const other = index + offset;
    const inside = other >= 0 && other < measured.count;
    for (const column of NEIGHBOUR_COLUMNS)
      row[at++] = inside ? (measured.values[other * OWN + column] as number) : OUTSIDE;
  }
}
