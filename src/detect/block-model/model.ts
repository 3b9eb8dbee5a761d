import type { Analysis } from '../../model/analysis.ts';
import { measureBlocks, type Measured } from './block-measures.ts';
import { calibrate, type Calibration } from './calibration.ts';
import { describeContext, LINE_COLUMNS } from './context-measures.ts';
import { describeElements, ELEMENT_MEASURES } from './element-measures.ts';
import { loadForest, sumTreesOfRows, type Forest, type ForestData } from './forest.ts';
import type { NameScores } from './name-scores.ts';
import { describeStack, STACK_MEASURES } from './stack-measures.ts';

/** What `dross fit` writes: a forest that looks at each block, one that looks at what the first said, and what its odds are worth. */
export interface BlockWeights {
  readonly first: ForestData;
  readonly second: ForestData;
  readonly calibration: Calibration;
  /** Words of classes and ids; only weights for HTML have them. */
  readonly names?: NameScores;
}

export interface BlockModel {
  readonly first: Forest;
  readonly second: Forest;
  /** Of the second forest. */
  readonly columns: readonly string[];
  readonly calibration: Calibration;
  readonly names?: NameScores;
}

/** Columns of the first forest for text, and for HTML. */
export const TEXT_COLUMNS = LINE_COLUMNS;
export const HTML_COLUMNS: readonly string[] = [...LINE_COLUMNS, ...ELEMENT_MEASURES];

/** Columns of the second forest, given those of the first. */
export function stackColumns(columns: readonly string[]): readonly string[] {
  return [...columns, ...STACK_MEASURES];
}

/** @throws Error when the weights ask for measures that do not exist */
export function loadBlockModel({ first, second, calibration, names }: BlockWeights): BlockModel {
  const own = names === undefined ? TEXT_COLUMNS : HTML_COLUMNS;
  const columns = stackColumns(own);
  const forests = { first: loadForest(first, own), second: loadForest(second, columns) };
  return { ...forests, columns, calibration, ...(names && { names }) };
}

/** What the model thinks of each block of one document. */
export interface Judged {
  /** Rows of `BlockModel.columns`. */
  readonly rows: Float32Array;
  /** Probability that the block is clutter. */
  readonly probabilities: Float32Array;
}

export function judgeBlocks(model: BlockModel, analysis: Analysis): Judged {
  const { rows: own, measured } = describeBlocks(analysis, model.names);
  const scores = sumTreesOfRows(model.first, own, measured.count);
  const rows = joinRows(own, describeStack(scores, measured.words), measured.count);
  const odds = sumTreesOfRows(model.second, rows, measured.count);
  return { rows, probabilities: odds.map((score) => calibrate(model.calibration, score)) };
}

/** Rows for the first forest: of text measures, and with name scores of what the markup says as well. */
export function describeBlocks(analysis: Analysis, names?: NameScores): { rows: Float32Array; measured: Measured } {
  const measured = measureBlocks(analysis);
  const context = describeContext(measured);
  if (names === undefined) return { rows: context, measured };
  return { rows: joinRows(context, describeElements(analysis, measured, names), measured.count), measured };
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
