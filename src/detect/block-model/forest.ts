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

/** Leaves are remembered by 16 bits. */
const MOST_NODES = 1 << 16;

/** Prepares a forest for rows of the given columns; columns the forest does not use may be missing from its own list. */
export function loadForest(data: ForestData, columns: readonly string[]): Forest {
  if (data.feature.length > MOST_NODES)
    throw new Error(`The weights have more than ${MOST_NODES} nodes in a forest. Fit them anew, with fewer trees.`);
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
  const own = rows.subarray(row * forest.width, (row + 1) * forest.width);
  return sumTreesOfRows(forest, own, 1)[0] as number;
}

/** Log odds of the first `count` rows. */
export function sumTreesOfRows(forest: Forest, rows: Float32Array, count: number): Float32Array {
  return scoreRows(forest, { rows, count, stride: forest.width }).odds;
}

/** Rows that begin with the columns of a forest. */
export interface ForestRows {
  readonly rows: Float32Array;
  readonly count: number;
  /** Values from one row to the next. */
  readonly stride: number;
}

/** What a forest says of rows. */
export interface ForestScores {
  /** Log odds of each row. */
  readonly odds: Float32Array;
  /** The leaf, an index of the forest's nodes, that each row reached in each tree: as many a row as there are trees. */
  readonly reached: Uint16Array;
}

/** Scores rows one after another: the trees are fewer than the rows of a long document are wide, so it is they that stay at hand. */
export function scoreRows(forest: Forest, { rows, count, stride }: ForestRows): ForestScores {
  const { feature, skip, value, roots, base } = forest;
  const odds = new Float32Array(count);
  const reached = new Uint16Array(count * roots.length);
  let at = 0;
  for (let row = 0; row < count; row += 1) {
    const offset = row * stride;
    let sum = base;
    for (let tree = 0; tree < roots.length; tree += 1) {
      let node = roots[tree] as number;
      let column = feature[node] as number;
      while (column >= 0) {
        node += (rows[offset + column] as number) < (value[node] as number) ? 1 : (skip[node] as number);
        column = feature[node] as number;
      }
      sum += value[node] as number;
      reached[at++] = node;
    }
    odds[row] = sum;
  }
  return { odds, reached };
}
