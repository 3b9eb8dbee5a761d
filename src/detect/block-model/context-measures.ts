import { runningSums } from '../running-sums.ts';
import { measureColumn, BLOCK_MEASURES, type BlockMeasure, type Measured } from './block-measures.ts';
import { bestStretch } from './best-stretch.ts';
import { describeDocument, SHORT_WORDS } from './document-measures.ts';
import { createRows, placeOf, type Rows } from './rows.ts';

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
const NEIGHBOUR_COLUMNS = NEIGHBOUR_MEASURES.map(measureColumn);

/** Names of the columns of `describeContext`. */
export const LINE_COLUMNS: readonly string[] = [...BLOCK_MEASURES, ...CONTEXT_MEASURES];

/**
 * Rows of a block's own measures and what stands around it: `LINE_COLUMNS`, written to `rows` when given. Linear in the
 * number of blocks.
 */
export function describeContext(
  measured: Measured,
  rows: Rows = createRows(measured.count, LINE_COLUMNS.length),
): Float32Array {
  const { values } = rows;
  const surroundings = survey(measured);
  for (let index = 0; index < measured.count; index += 1) {
    const spot = { measured, surroundings, index };
    let at = writeBlock(values, placeOf(rows, index), spot);
    at = writePlace(values, at, spot);
    at = writeLikeness(values, at, spot);
    at = writeWindows(values, at, spot);
    at = writeStretches(values, at, spot);
    for (const value of surroundings.document) values[at++] = value;
    writeNeighbours(values, at, spot);
  }
  return values;
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
  readonly likeness: Float64Array;
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
    wordSums: runningSums(count, (index) => words[index] as number),
    proseSums: runningSums(count, (index) => prose[index] as number),
    above,
    below,
    likeness: likenessOfPairs(measured),
    stretches,
    firstProse: first,
    lastProse: last,
    document: describeDocument(measured),
  };
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

interface Spot {
  readonly measured: Measured;
  readonly surroundings: Surroundings;
  readonly index: number;
}

function writeBlock(values: Float32Array, from: number, { measured, index }: Spot): number {
  const own = index * OWN;
  for (let column = 0; column < OWN; column += 1) values[from + column] = measured.values[own + column] as number;
  return from + OWN;
}

function writePlace(values: Float32Array, from: number, { measured, surroundings, index }: Spot): number {
  const { count, prose } = measured;
  const { above, below, wordSums, firstProse, lastProse, runs, runPlaces } = surroundings;
  const up = above[index] as number;
  const down = below[index] as number;
  let at = from;
  values[at++] = count > 1 ? index / (count - 1) : 0;
  values[at++] = Math.log2(1 + index);
  values[at++] = Math.log2(count - index);
  values[at++] = (wordSums[index] as number) / Math.max(1, wordSums[count] as number);
  values[at++] = runs[index] as number;
  values[at++] = runPlaces[index] as number;
  values[at++] = up < 0 ? OUTSIDE : Math.log2(index - up);
  values[at++] = down >= count ? OUTSIDE : Math.log2(down - index);
  values[at++] = up < 0 ? OUTSIDE : Math.log2(prose[up] as number);
  values[at++] = down >= count ? OUTSIDE : Math.log2(prose[down] as number);
  values[at++] = compress(index - firstProse);
  values[at++] = compress(lastProse - index);
  return at;
}

/** Signed logarithm of a distance. */
function compress(distance: number): number {
  return Math.sign(distance) * Math.log2(1 + Math.abs(distance));
}

function writeLikeness(values: Float32Array, from: number, { measured: { count }, surroundings, index }: Spot): number {
  values[from] = index === 0 ? OUTSIDE : (surroundings.likeness[index - 1] as number);
  values[from + 1] = index + 1 >= count ? OUTSIDE : (surroundings.likeness[index] as number);
  return from + 2;
}

/** Of each block and the next: how many of four traits they share, less the difference of their lengths. */
function likenessOfPairs({ values, count, words }: Measured): Float64Array {
  const likeness = new Float64Array(count);
  for (let index = 0; index + 1 < count; index += 1) {
    const a = index * OWN;
    const b = a + OWN;
    const same =
      Number(values[a + END_COLUMN] === values[b + END_COLUMN]) +
      Number(values[a + BEGIN_COLUMN] === values[b + BEGIN_COLUMN]);
    const capitals = Math.abs((values[a + CAPITALS] as number) - (values[b + CAPITALS] as number));
    const length = Math.log2(1 + (words[index] as number)) - Math.log2(1 + (words[index + 1] as number));
    likeness[index] = same - capitals - Math.abs(length);
  }
  return likeness;
}

function writeWindows(values: Float32Array, from: number, { measured, surroundings, index }: Spot): number {
  const { wordSums, proseSums } = surroundings;
  const { count } = measured;
  let at = from;
  for (let window = 0; window < WINDOWS.length; window += 1) {
    const size = WINDOWS[window] as number;
    const first = Math.max(0, index - size);
    const next = Math.min(count, index + 1);
    const last = Math.min(count, index + 1 + size);
    values[at++] = Math.log2(1 + (proseSums[index] as number) - (proseSums[first] as number));
    values[at++] = Math.log2(1 + (proseSums[last] as number) - (proseSums[next] as number));
    values[at++] = Math.log2(1 + (wordSums[index] as number) - (wordSums[first] as number));
    values[at++] = Math.log2(1 + (wordSums[last] as number) - (wordSums[next] as number));
  }
  return at;
}

function writeStretches(values: Float32Array, from: number, { surroundings: { stretches }, index }: Spot): number {
  let at = from;
  for (const { first, last } of stretches) {
    values[at++] = index >= first && index <= last ? 1 : 0;
    values[at++] = index < first ? compress(index - first) : index > last ? compress(index - last) : 0;
  }
  return at;
}

function writeNeighbours(values: Float32Array, from: number, { measured, index }: Spot): void {
  let at = from;
  for (let place = 0; place < OFFSETS.length; place += 1) {
    const other = index + (OFFSETS[place] as number);
    const inside = other >= 0 && other < measured.count;
    const row = other * OWN;
    for (let column = 0; column < NEIGHBOUR_COLUMNS.length; column += 1)
      values[at++] = inside ? (measured.values[row + (NEIGHBOUR_COLUMNS[column] as number)] as number) : OUTSIDE;
  }
}
