import type { ForestData } from '../detect/block-model/forest.ts';
import { growTree, type GrowOptions } from './grow-tree.ts';
import { quantise } from './quantise.ts';
import { createRandom } from './random.ts';

export interface Examples {
  readonly columns: readonly string[];
  /** Rows of `columns.length` values, one after another. */
  readonly table: Float32Array;
  /** 1 or 0 a row. */
  readonly labels: Uint8Array;
  /** A row of weight 0 is not learned from. */
  readonly weights: Float32Array;
}

export interface BoostOptions extends GrowOptions {
  readonly trees: number;
  /** Share of the rows and of the columns that each tree sees. */
  readonly rowShare: number;
  readonly columnShare: number;
  readonly seed: number;
}

const VALUE_DIGITS = 4;

/**
 * Gradient-boosted trees for the logistic loss (Friedman 2001), with second-order leaf values, histograms of quantised columns,
 * and leaf-wise growth as in LightGBM (Ke et al. 2017). The same examples and seed give the same forest to the byte.
 */
export function boost({ columns, table, labels, weights }: Examples, options: BoostOptions): ForestData {
  const quantised = quantise(table, columns.length);
  const random = createRandom(options.seed);
  const base = round(priorLogOdds(labels, weights));
  const scores = new Float64Array(quantised.rows).fill(base);
  const gradients = new Float32Array(quantised.rows);
  const curvatures = new Float32Array(quantised.rows);
  const forest = {
    columns,
    base,
    roots: [] as number[],
    feature: [] as number[],
    skip: [] as number[],
    value: [] as number[],
  };
  const usable = rowsWithWeight(weights);
  for (let tree = 0; tree < options.trees; tree += 1) {
    differentiate({ labels, weights, scores }, gradients, curvatures);
    const rows = usable.filter(() => random() < options.rowShare);
    const chosen = chooseColumns(columns.length, options.columnShare, random);
    const grown = growTree({ quantised, gradients, curvatures, rows, columns: chosen }, options);
    forest.roots.push(forest.feature.length);
    forest.feature.push(...grown.feature);
    forest.skip.push(...grown.skip);
    forest.value.push(...grown.value.map(round));
    addTree(grown, { quantised, scores });
  }
  return forest;
}

function round(value: number): number {
  return Number(value.toPrecision(VALUE_DIGITS));
}

function priorLogOdds(labels: Uint8Array, weights: Float32Array): number {
  let positive = 0;
  let all = 0;
  for (let row = 0; row < labels.length; row += 1) {
    all += weights[row] as number;
    positive += (weights[row] as number) * (labels[row] as number);
  }
  return Math.log((positive + 1) / (all - positive + 1));
}

function rowsWithWeight(weights: Float32Array): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < weights.length; row += 1) if ((weights[row] as number) > 0) rows.push(row);
  return Uint32Array.from(rows);
}

interface State {
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
  readonly scores: Float64Array;
}

function differentiate({ labels, weights, scores }: State, gradients: Float32Array, curvatures: Float32Array): void {
  for (let row = 0; row < scores.length; row += 1) {
    const weight = weights[row] as number;
    if (weight === 0) continue;
    const probability = 1 / (1 + Math.exp(-(scores[row] as number)));
    gradients[row] = weight * (probability - (labels[row] as number));
    curvatures[row] = weight * probability * (1 - probability);
  }
}

function chooseColumns(count: number, share: number, random: () => number): number[] {
  const chosen: number[] = [];
  for (let column = 0; column < count; column += 1) if (random() < share) chosen.push(column);
  return chosen.length > 0 ? chosen : [0];
}

type Grown = ReturnType<typeof growTree>;

function addTree(
  tree: Grown,
  { quantised, scores }: { quantised: ReturnType<typeof quantise>; scores: Float64Array },
): void {
  const leaves = tree.value.map(round);
  for (let row = 0; row < scores.length; row += 1) {
    let node = 0;
    while ((tree.feature[node] as number) >= 0) {
      const bins = quantised.bins[tree.feature[node] as number] as Uint8Array;
      node += (bins[row] as number) <= (tree.bin[node] as number) ? 1 : (tree.skip[node] as number);
    }
    scores[row] = (scores[row] as number) + (leaves[node] as number);
  }
}
