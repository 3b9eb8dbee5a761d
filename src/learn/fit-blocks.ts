import type { Calibration } from '../detect/block-model/calibration.ts';
import { loadForest, type ForestData } from '../detect/block-model/forest.ts';
import { stackColumns, type BlockWeights } from '../detect/block-model/model.ts';
import { describeStack } from '../detect/block-model/stack-measures.ts';
import { boost, type BoostOptions, type Examples } from './boost.ts';
import { fitCalibration } from './fit-calibration.ts';
import { UNLABELLED, type PageRows } from './labelled-lines.ts';
import { createRandom, partOf } from './random.ts';

export interface FitOptions {
  /** Of the pages' rows. */
  readonly columns: readonly string[];
  readonly folds: number;
  readonly boost: BoostOptions;
  /** Called after each forest, with what it was. */
  readonly onProgress?: (what: string) => void;
}

export interface Fitted {
  readonly weights: BlockWeights;
  /** Log odds of every block of every page by forests that saw no form of that page. */
  readonly unseen: ReadonlyMap<PageRows, Float32Array>;
}

/**
 * Fits both forests. The second learns from what forests of the other folds say about a page, as it will see pages that
 * nobody has learned from. Folds are by page, all forms of a page in the same one.
 */
export function fitBlocks(pages: readonly PageRows[], options: FitOptions): Fitted {
  const { columns } = options;
  const stacked = stackColumns(columns);
  const firstScores = crossScore(pages, { options, columns, name: 'first', tableOf: ({ rows }) => rows });
  const tableOf = (page: PageRows): Float32Array =>
    joinRows(page.rows, describeStack(firstScores.get(page) as Float32Array, page.words), page.labels.length);
  const unseen = crossScore(pages, { options, columns: stacked, name: 'second', tableOf });
  const first = growForest(pages, { options, columns, tableOf: ({ rows }) => rows });
  options.onProgress?.('first forest');
  const second = growForest(pages, { options, columns: stacked, tableOf });
  options.onProgress?.('second forest');
  return { weights: { first, second, calibration: calibrateOn(pages, unseen) }, unseen };
}

interface Growth {
  readonly options: FitOptions;
  readonly columns: readonly string[];
  /** Rows of `columns.length` values. */
  readonly tableOf: (page: PageRows) => Float32Array;
}

interface CrossScore extends Growth {
  readonly name: string;
}

function crossScore(
  pages: readonly PageRows[],
  { options, columns, name, tableOf }: CrossScore,
): Map<PageRows, Float32Array> {
  const scores = new Map<PageRows, Float32Array>();
  for (let fold = 0; fold < options.folds; fold += 1) {
    const isOut = ({ id }: PageRows): boolean => partOf(id, options.folds) === fold;
    const others = pages.filter((page) => !isOut(page));
    const forest = loadForest(growForest(others, { options, columns, tableOf }), columns);
    for (const page of pages.filter(isOut))
      scores.set(page, forest.score({ rows: tableOf(page), count: page.labels.length }).odds);
    options.onProgress?.(`${name} forest without fold ${fold + 1} of ${options.folds}`);
  }
  return scores;
}

function growForest(pages: readonly PageRows[], growth: Growth): ForestData {
  return boost(collect(pages, growth), growth.options.boost);
}

const SAMPLE_SEED = 11;

/** Rows with a label. Rows of a weight below 1 are drawn by that weight, which is as good and much faster. */
function collect(pages: readonly PageRows[], { columns, tableOf }: Growth): Examples {
  const random = createRandom(SAMPLE_SEED);
  const chosen = pages.map((page) => chooseRows(page, random));
  const count = chosen.reduce((sum, { length }) => sum + length, 0);
  const width = columns.length;
  const examples = {
    columns,
    table: new Float32Array(count * width),
    labels: new Uint8Array(count),
    weights: new Float32Array(count),
  };
  let at = 0;
  pages.forEach((page, index) => {
    const table = tableOf(page);
    for (const row of chosen[index] as number[]) {
      examples.table.set(table.subarray(row * width, (row + 1) * width), at * width);
      examples.labels[at] = page.labels[row] as number;
      examples.weights[at] = Math.max(1, page.weights[row] as number);
      at += 1;
    }
  });
  return examples;
}

function chooseRows({ labels, weights }: PageRows, random: () => number): number[] {
  const rows: number[] = [];
  labels.forEach((label, row) => {
    const drawn = random() < (weights[row] as number);
    if (label !== UNLABELLED && drawn) rows.push(row);
  });
  return rows;
}

function calibrateOn(pages: readonly PageRows[], unseen: ReadonlyMap<PageRows, Float32Array>): Calibration {
  const points = pages.flatMap((page) => {
    const scores = unseen.get(page) as Float32Array;
    return Array.from(scores, (score, row) => ({
      score,
      label: page.labels[row] as number,
      weight: page.weights[row] as number,
    }));
  });
  return fitCalibration(points.filter(({ label }) => label !== UNLABELLED));
}

/** Two tables of `count` rows each side by side. */
function joinRows(left: Float32Array, right: Float32Array, count: number): Float32Array {
  const leftWidth = count === 0 ? 0 : left.length / count;
  const rightWidth = count === 0 ? 0 : right.length / count;
  const joined = new Float32Array(left.length + right.length);
  for (let row = 0; row < count; row += 1) {
    const at = row * (leftWidth + rightWidth);
    joined.set(left.subarray(row * leftWidth, (row + 1) * leftWidth), at);
    joined.set(right.subarray(row * rightWidth, (row + 1) * rightWidth), at + leftWidth);
  }
  return joined;
}
