/**
 * Gradient-boosted trees as parallel arrays, all trees one after another, each in pre-order. A node with `feature` ≥ 0 asks
 * whether the row's value there is below `value`: yes leads to the next node, no to the node `skip` further on. A node with
 * `feature` −1 is a leaf worth `value`.
 */
export interface ForestData {
  readonly columns: readonly string[];
  /** The sum that every row begins with, in log odds. */
  readonly base: number;
  readonly roots: readonly number[];
  readonly feature: readonly number[];
  readonly skip: readonly number[];
  readonly value: readonly number[];
}

export interface Forest {
  readonly width: number;
  readonly base: number;
  readonly roots: Uint32Array;
  readonly feature: Int16Array;
  readonly skip: Uint16Array;
  readonly value: Float32Array;
  /** The middle of the leaves below each node: what a tree says before it has asked the node's question. */
  readonly middle: Float32Array;
}

/** Prepares a forest for rows of the given columns; columns the forest does not use may be missing from its own list. */
export function loadForest(data: ForestData, columns: readonly string[]): Forest {
  const places = data.columns.map((name) => columns.indexOf(name));
  const missing = data.columns.filter((_, index) => places[index] === -1);
  if (missing.length > 0) {
    throw new Error(
      `The weights ask for measures that this version does not have: ${missing.join(', ')}. Fit them anew.`,
    );
  }
  const nodes = {
    width: columns.length,
    base: data.base,
    roots: Uint32Array.from(data.roots),
    feature: Int16Array.from(data.feature, (feature) => (feature < 0 ? feature : (places[feature] as number))),
    skip: Uint16Array.from(data.skip),
    value: Float32Array.from(data.value),
  };
  return { ...nodes, middle: middleOfNodes(nodes) };
}

function middleOfNodes({ feature, skip, value }: Omit<Forest, 'middle'>): Float32Array {
  const middles = new Float32Array(value.length);
  for (let node = value.length - 1; node >= 0; node -= 1) {
    middles[node] =
      (feature[node] as number) < 0
        ? (value[node] as number)
        : ((middles[node + 1] as number) + (middles[node + (skip[node] as number)] as number)) / 2;
  }
  return middles;
}

/** Log odds of one row; `rows` holds rows of `forest.width` values. */
export function sumTrees(forest: Forest, rows: Float32Array, row: number): number {
  const { feature, skip, value, roots } = forest;
  const offset = row * forest.width;
  let sum = forest.base;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] as number;
    let column = feature[node] as number;
    while (column >= 0) {
      node += (rows[offset + column] as number) < (value[node] as number) ? 1 : (skip[node] as number);
      column = feature[node] as number;
    }
    sum += value[node] as number;
  }
  return sum;
}

/** Log odds of the first `count` rows: tree by tree, so that a tree's nodes stay at hand while all rows pass it. */
export function sumTreesOfRows(forest: Forest, rows: Float32Array, count: number): Float32Array {
  const { feature, skip, value, roots, width } = forest;
  const sums = new Float64Array(count).fill(forest.base);
  for (let tree = 0; tree < roots.length; tree += 1) {
    const root = roots[tree] as number;
    for (let row = 0; row < count; row += 1) {
      const offset = row * width;
      let node = root;
      let column = feature[node] as number;
      while (column >= 0) {
        node += (rows[offset + column] as number) < (value[node] as number) ? 1 : (skip[node] as number);
        column = feature[node] as number;
      }
      sums[row] = (sums[row] as number) + (value[node] as number);
    }
  }
  return Float32Array.from(sums);
}
