import type { Analysis } from '../../model/analysis.ts';
import { meanBetween, runningSums } from '../running-sums.ts';
import { BLOCK_MEASURES, measureColumn, UNKNOWN, type Measured } from './block-measures.ts';
import { createRows, placeOf, type Rows } from './rows.ts';
import { isUnspaced } from './unspaced.ts';

/** Blocks on each side that count as near, … */
const NEAR = 8;
/** … and as around. */
const AROUND = 20;
/** Most columns of a table that is told by the shapes that come again. */
const MOST_COLUMNS = 8;

/**
 * Signs of a table whose cells stand a block each: how many blocks before, behind and around are figures, how many are as their
 * neighbour before, how many are as those a row before, at the width of a row that fits best, and that width; and of a list
 * that counts its items.
 */
export const TABLE_MEASURES: readonly string[] = [
  `figures before in ${NEAR}`,
  `figures after in ${NEAR}`,
  `figures around in ${AROUND}`,
  'alike around',
  'in step around',
  'step',
  'counted',
  'counted around',
];

const WIDTH = BLOCK_MEASURES.length;
const DIGITS = measureColumn('digit share');
const BEGIN = measureColumn('begin');
const LEAST_DIGITS = 0.5;

/** Rows of `TABLE_MEASURES`, written to `rows` when given. Linear in the number of blocks. */
export function describeTables(
  analysis: Analysis,
  measured: Measured,
  rows: Rows = createRows(measured.count, TABLE_MEASURES.length),
): Float32Array {
  const { count } = measured;
  if (isUnspaced(analysis.words)) return leaveUnknown(count, rows);
  const figures = runningSums(count, (index) => Number(isFigure(measured, index)));
  const shapes = shapesOf(measured);
  const numbers = numbersOf(analysis);
  const counted = runningSums(count, (index) => Number(isCounted(numbers, index)));
  const steps = Array.from({ length: MOST_COLUMNS }, (_, less) =>
    runningSums(count, (index) => Number(index > less && shapes[index] === shapes[index - less - 1])),
  );
  for (let index = 0; index < count; index += 1) {
    let at = placeOf(rows, index);
    rows.values[at++] = meanBetween(figures, index - NEAR, index);
    rows.values[at++] = meanBetween(figures, index + 1, index + 1 + NEAR);
    rows.values[at++] = meanBetween(figures, index - AROUND, index + 1 + AROUND);
    rows.values[at++] = meanBetween(steps[0] as Float64Array, index - AROUND, index + 1 + AROUND);
    const best = bestStep(steps, index);
    rows.values[at++] = best.share;
    rows.values[at++] = best.step;
    rows.values[at++] = (counted[index + 1] as number) - (counted[index] as number);
    rows.values[at++] = meanBetween(counted, index - AROUND, index + 1 + AROUND);
  }
  return rows.values;
}

/** In scripts without capitals and spaces too many blocks are of one shape. */
function leaveUnknown(count: number, rows: Rows): Float32Array {
  for (let index = 0; index < count; index += 1) {
    const at = placeOf(rows, index);
    rows.values.fill(UNKNOWN, at, at + TABLE_MEASURES.length);
  }
  return rows.values;
}

function isFigure({ values }: Measured, index: number): boolean {
  return (values[index * WIDTH + DIGITS] as number) >= LEAST_DIGITS;
}

const LONGEST_SHAPE = 4;
const KINDS_OF_DIGITS = 3;

/** Blocks of one shape are about as long, begin alike, and are figures, hold some or none. */
function shapesOf({ count, values, words }: Measured): Uint16Array {
  const shapes = new Uint16Array(count);
  for (let index = 0; index < count; index += 1) {
    const digits = values[index * WIDTH + DIGITS] as number;
    const kind = digits === 0 ? 0 : digits < LEAST_DIGITS ? 1 : 2;
    const length = Math.min(LONGEST_SHAPE, Math.round(Math.log2(1 + (words[index] as number))));
    shapes[index] = length + (LONGEST_SHAPE + 1) * (kind + KINDS_OF_DIGITS * (values[index * WIDTH + BEGIN] as number));
  }
  return shapes;
}

/** A number of up to three digits and what parts it from the item it counts. */
const COUNT = /(\d{1,3})[.):、．：）]/y;
const NOT_COUNTED = -1;

function numbersOf({ document: { text, blocks } }: Analysis): Int16Array {
  return Int16Array.from(blocks, ({ start }) => {
    COUNT.lastIndex = start;
    const number = COUNT.exec(text)?.[1];
    return number === undefined ? NOT_COUNTED : Number(number);
  });
}

/** Blocks an item may take. */
const LONGEST_ITEM = 3;

/** Whether the number before or behind stands near. */
function isCounted(numbers: Int16Array, index: number): boolean {
  const own = numbers[index] as number;
  if (own < 1) return false;
  for (let distance = 1; distance <= LONGEST_ITEM; distance += 1)
    if (numbers[index - distance] === own - 1 || numbers[index + distance] === own + 1) return true;
  return false;
}

/** The number of columns, two at least, at which most blocks around are as those a row before. */
function bestStep(steps: readonly Float64Array[], index: number): { share: number; step: number } {
  let best = { share: 0, step: 0 };
  for (let step = 2; step <= steps.length; step += 1) {
    const share = meanBetween(steps[step - 1] as Float64Array, index - AROUND, index + 1 + AROUND);
    if (share > best.share) best = { share, step };
  }
  return best;
}
