/** One observation: features by name, and whether it is of the positive class. */
export interface Observation {
  readonly features: Readonly<Record<string, number>>;
  readonly positive: boolean;
}

/** Weights by name of feature, where each began, and how strongly it is held there. */
export interface Prior {
  readonly means: Readonly<Record<string, number>>;
  /** Precision of the normal distribution around each mean, above 0. */
  readonly precision: number;
}

const MOST_STEPS = 40;
const STILL = 1e-9;

/**
 * Weights of a logistic model without intercept, regularised towards given values: the mode of the posterior with a normal prior,
 * by Newton's method (iteratively reweighted least squares). Features without a prior mean are left out.
 */
export function fitLogistic(observations: readonly Observation[], { means, precision }: Prior): Record<string, number> {
  const names = Object.keys(means);
  const places = new Map(names.map((name, index) => [name, index]));
  const rows = observations.map(({ features, positive }) => ({
    positive,
    cells: Object.entries(features).flatMap(([name, value]): Cell[] => {
      const place = places.get(name);
      return place === undefined || value === 0 ? [] : [[place, value]];
    }),
  }));
  const start = names.map((name) => means[name] as number);
  let weights = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const change = newtonStep(rows, weights, { start, precision });
    weights = weights.map((weight, index) => weight + (change[index] as number));
    if (change.every((value) => Math.abs(value) < STILL)) break;
  }
  return Object.fromEntries(names.map((name, index) => [name, weights[index] as number]));
}

type Cell = readonly [place: number, value: number];

interface Row {
  readonly positive: boolean;
  readonly cells: readonly Cell[];
}

interface Start {
  readonly start: readonly number[];
  readonly precision: number;
}

function newtonStep(rows: readonly Row[], weights: readonly number[], { start, precision }: Start): number[] {
  const gradient = weights.map((weight, index) => precision * ((start[index] as number) - weight));
  const curvature = weights.map((_, index) => weights.map((_, other) => (index === other ? precision : 0)));
  for (const { positive, cells } of rows) {
    const logit = cells.reduce((sum, [place, value]) => sum + value * (weights[place] as number), 0);
    const chance = 1 / (1 + Math.exp(-logit));
    const spread = chance * (1 - chance);
    for (const [place, value] of cells) {
      gradient[place] = (gradient[place] as number) + ((positive ? 1 : 0) - chance) * value;
      const row = curvature[place] as number[];
      for (const [other, factor] of cells) row[other] = (row[other] as number) + spread * value * factor;
    }
  }
  return solve(curvature, gradient);
}

/** Gaussian elimination; the matrix is positive definite, so that no pivot is zero. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const above = matrix[pivot] as number[];
    for (let row = pivot + 1; row < size; row += 1) {
      const below = matrix[row] as number[];
      const factor = (below[pivot] as number) / (above[pivot] as number);
      if (factor === 0) continue;
      for (let column = pivot; column < size; column += 1)
        below[column] = (below[column] as number) - factor * (above[column] as number);
      right[row] = (right[row] as number) - factor * (right[pivot] as number);
    }
  }
  const solution: number[] = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const cells = matrix[row] as number[];
    let rest = right[row] as number;
    for (let column = row + 1; column < size; column += 1)
      rest -= (cells[column] as number) * (solution[column] as number);
    solution[row] = rest / (cells[row] as number);
  }
  return solution;
}
