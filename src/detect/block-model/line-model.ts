import type { Analysis } from '../../model/analysis.ts';
import { measureBlocks, type Measured } from './block-measures.ts';
import { calibrate, type Calibration } from './calibration.ts';
import { describeContext, LINE_COLUMNS } from './context-measures.ts';
import { loadForest, sumTrees, type Forest, type ForestData } from './forest.ts';
import { describeStack, STACK_MEASURES } from './stack-measures.ts';

/** What `dross fit` writes: a forest that looks at each block, one that looks at what the first said, and what its odds are worth. */
export interface LineWeights {
  readonly first: ForestData;
  readonly second: ForestData;
  readonly calibration: Calibration;
}

export interface LineModel {
  readonly first: Forest;
  readonly second: Forest;
  readonly calibration: Calibration;
}

/** Columns of the second forest. */
export const STACKED_COLUMNS: readonly string[] = [...LINE_COLUMNS, ...STACK_MEASURES];

/** @throws Error when the weights ask for measures that do not exist */
export function loadLineModel({ first, second, calibration }: LineWeights): LineModel {
  return { first: loadForest(first, LINE_COLUMNS), second: loadForest(second, STACKED_COLUMNS), calibration };
}

/** What the model thinks of each block of one document. */
export interface Judged {
  readonly measured: Measured;
  /** Rows of `STACKED_COLUMNS`. */
  readonly rows: Float32Array;
  /** Probability that the block is clutter. */
  readonly probabilities: Float32Array;
}

export function judgeBlocks(model: LineModel, analysis: Analysis): Judged {
  const measured = measureBlocks(analysis);
  const context = describeContext(measured);
  const scores = scoreRows(model.first, context, measured.count);
  const rows = joinRows(context, describeStack(scores, measured.words), measured.count);
  const probabilities = scoreRows(model.second, rows, measured.count).map((score) =>
    calibrate(model.calibration, score),
  );
  return { measured, rows, probabilities };
}

/** Log odds of every row. */
export function scoreRows(forest: Forest, rows: Float32Array, count: number): Float32Array {
  const scores = new Float32Array(count);
  for (let row = 0; row < count; row += 1) scores[row] = sumTrees(forest, rows, row);
  return scores;
}

/** Two tables of `count` rows each side by side. */
export function joinRows(left: Float32Array, right: Float32Array, count: number): Float32Array {
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
