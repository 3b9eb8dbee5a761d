import type { Analysis } from '../../model/analysis.ts';
import type { Hit } from '../../model/finding.ts';
import { measureBlocks, type Measured } from './block-measures.ts';
import { calibrate, type Calibration } from './calibration.ts';
import { describeContext, LINE_COLUMNS } from './context-measures.ts';
import { describeElements, ELEMENT_MEASURES } from './element-measures.ts';
import { loadForest, type Forest, type ForestData } from './forest.ts';
import { collectListed, describeListed, LISTED_MEASURES, type Listed } from './listed-measures.ts';
import { loadNames, type NameScores, type NameTable } from './name-scores.ts';
import { createRows, type Rows } from './rows.ts';
import { describeStack, STACK_MEASURES } from './stack-measures.ts';
import { describeTables, TABLE_MEASURES } from './table-measures.ts';

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
  readonly names?: NameTable;
}

const SHARED_COLUMNS: readonly string[] = [...LINE_COLUMNS, ...LISTED_MEASURES];
/** Columns of the first forest for text, where nothing but their shapes tells cells of a table, … */
export const TEXT_COLUMNS: readonly string[] = [...SHARED_COLUMNS, ...TABLE_MEASURES];
/** … and for HTML, where the markup does. */
export const HTML_COLUMNS: readonly string[] = [...SHARED_COLUMNS, ...ELEMENT_MEASURES];

/** Columns of the second forest, given those of the first. */
export function stackColumns(columns: readonly string[]): readonly string[] {
  return [...columns, ...STACK_MEASURES];
}

/** @throws Error when the weights ask for measures that do not exist */
export function loadBlockModel({ first, second, calibration, names }: BlockWeights): BlockModel {
  const own = names === undefined ? TEXT_COLUMNS : HTML_COLUMNS;
  const columns = stackColumns(own);
  const forests = { first: loadForest(first, own, columns.length), second: loadForest(second, columns) };
  return { ...forests, columns, calibration, ...(names && { names: loadNames(names) }) };
}

/** What the model thinks of each block of one document. */
export interface Judged {
  /** Rows of `BlockModel.columns`. */
  readonly rows: Float32Array;
  /** Probability that the block is clutter. */
  readonly probabilities: Float32Array;
  /** Leaves that the blocks reached in the two forests, see `ForestScores`. */
  readonly leaves: { readonly first: Uint16Array; readonly second: Uint16Array };
}

/** @param earlier what the other rules found in the document */
export function judgeBlocks(
  { first, second, columns, calibration, names }: BlockModel,
  analysis: Analysis,
  earlier: readonly Hit[],
): Judged {
  const measured = measureBlocks(analysis);
  const { count } = measured;
  const width = columns.length;
  const rows = createRows(count, width);
  const { values } = rows;
  describeMeasured(analysis, { measured, listed: collectListed(analysis, earlier), names }, rows);
  const scored = first.score({ rows: values, count });
  describeStack(scored.odds, measured.words, { values, width, from: first.width });
  const decided = second.score({ rows: values, count });
  return {
    rows: values,
    probabilities: decided.odds.map((score) => calibrate(calibration, score)),
    leaves: { first: scored.reached, second: decided.reached },
  };
}

interface Described {
  readonly measured: Measured;
  readonly listed: Listed;
  /** Of HTML. */
  readonly names: NameTable | undefined;
}

function describeMeasured(analysis: Analysis, { measured, listed, names }: Described, rows: Rows): void {
  describeContext(measured, rows);
  describeListed(listed, { ...rows, from: LINE_COLUMNS.length });
  const rest = { ...rows, from: SHARED_COLUMNS.length };
  if (names === undefined) describeTables(analysis, measured, rest);
  else describeElements(analysis, measured, { names, rows: rest });
}

/** Rows for the first forest: of text measures, and with name scores of what the markup says as well. */
export function describeBlocks(
  analysis: Analysis,
  listed: Listed,
  names?: NameScores,
): { rows: Float32Array; measured: Measured } {
  const measured = measureBlocks(analysis);
  const rows = createRows(measured.count, (names === undefined ? TEXT_COLUMNS : HTML_COLUMNS).length);
  describeMeasured(analysis, { measured, listed, names: names && loadNames(names) }, rows);
  return { rows: rows.values, measured };
}
