import { once } from '../../text/once.ts';
import { createKernel } from './forest-kernel.ts';

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
  /** Columns of a row. */
  readonly width: number;
  /** Values from one row to the next: its columns and what follows them. */
  readonly stride: number;
  readonly base: number;
  readonly trees: number;
  /** Of all trees, one after another. */
  readonly questions: readonly Question[];
  /** Behind the last question of each tree. */
  readonly lastQuestion: Uint32Array;
  /** What each leaf is worth, those of a tree from its `firstLeaf` on, from left to right. */
  readonly leaves: Float32Array;
  readonly firstLeaf: Uint32Array;
  readonly nodes: Nodes;
  /** Scores rows. */
  readonly score: (rows: ForestRows) => ForestScores;
}

/** All of a forest but what is made of it. */
export type ForestTables = Omit<Forest, 'score'>;

/** Whether the value in a column is below a threshold. */
export interface Question {
  readonly column: number;
  readonly threshold: number;
  /** The leaves of its tree that a no leaves over; the leftmost is the highest bit. */
  readonly left: number;
}

/** `ForestData` with features as columns of the row. */
export interface Nodes {
  readonly roots: Uint32Array;
  readonly feature: Int16Array;
  readonly skip: Uint16Array;
  readonly value: Float32Array;
  /** Leaves before each node; one longer than the nodes. */
  readonly leavesBefore: Uint32Array;
}

export interface ForestRows {
  readonly rows: Float32Array;
  readonly count: number;
}

/** What a forest says of rows. */
export interface ForestScores {
  /** Log odds of each row. */
  readonly odds: Float32Array;
  /** The leaf, an index of `Forest.leaves`, that each row reached in each tree: as many a row as there are trees. */
  readonly reached: Uint16Array;
}

/** Leaves of a tree: as many as a word has bits. */
const MOST_LEAVES = 32;
/** Leaves of a forest: they are remembered by 16 bits. */
const MOST_IN_ALL = 1 << 16;

/**
 * Prepares a forest for rows that begin with the given columns; columns the forest does not use may be missing from its own list.
 * @throws Error when a column is missing or there are too many leaves
 */
export function loadForest(data: ForestData, columns: readonly string[], stride: number = columns.length): Forest {
  const nodes = placeNodes(data, columns);
  const { roots, feature, value, leavesBefore } = nodes;
  if ((leavesBefore[feature.length] as number) > MOST_IN_ALL)
    throw new Error(`The weights have a forest of more than ${MOST_IN_ALL} leaves. Fit them anew, with fewer trees.`);
  const forest: ForestTables = {
    width: columns.length,
    stride,
    base: data.base,
    trees: roots.length,
    ...listQuestions(nodes),
    leaves: value.filter((_, node) => (feature[node] as number) < 0),
    firstLeaf: roots.map((root) => leavesBefore[root] as number),
    nodes,
  };
  const kernel = once(() => createKernel(forest));
  return { ...forest, score: (rows) => kernel()(rows) };
}

function placeNodes(data: ForestData, columns: readonly string[]): Nodes {
  const places = data.columns.map((name) => columns.indexOf(name));
  const missing = data.columns.filter((_, index) => places[index] === -1);
  if (missing.length > 0) {
    throw new Error(
      `The weights ask for measures that this version does not have: ${missing.join(', ')}. Fit them anew.`,
    );
  }
  const feature = Int16Array.from(data.feature, (own) => (own < 0 ? own : (places[own] as number)));
  const leavesBefore = new Uint32Array(feature.length + 1);
  for (let node = 0; node < feature.length; node += 1)
    leavesBefore[node + 1] = (leavesBefore[node] as number) + ((feature[node] as number) < 0 ? 1 : 0);
  return {
    roots: Uint32Array.from(data.roots),
    feature,
    skip: Uint16Array.from(data.skip),
    value: Float32Array.from(data.value),
    leavesBefore,
  };
}

function listQuestions({
  roots,
  feature,
  skip,
  value,
  leavesBefore,
}: Nodes): Pick<Forest, 'questions' | 'lastQuestion'> {
  const questions: Question[] = [];
  const lastQuestion = new Uint32Array(roots.length);
  roots.forEach((root, tree) => {
    const end = roots[tree + 1] ?? feature.length;
    const before = leavesBefore[root] as number;
    for (let node = root; node < end; node += 1) {
      const column = feature[node] as number;
      if (column < 0) continue;
      const last = (leavesBefore[node + (skip[node] as number)] as number) - before;
      const struck = leafBits((leavesBefore[node] as number) - before, last);
      questions.push({ column, threshold: value[node] as number, left: ~struck });
    }
    lastQuestion[tree] = questions.length;
  });
  return { questions, lastQuestion };
}

/** Bits of the leaves `[from, to)` of a tree. */
function leafBits(from: number, to: number): number {
  if (to >= MOST_LEAVES) throw new Error(`The weights have a tree of more than ${MOST_LEAVES} leaves. Fit them anew.`);
  let bits = 0;
  for (let leaf = from; leaf < to; leaf += 1) bits |= 1 << (MOST_LEAVES - 1 - leaf);
  return bits;
}

/** Log odds of one row by walking down each tree; `rows` holds rows of `forest.stride` values. */
export function sumTrees({ nodes, stride, base }: Forest, rows: Float32Array, row: number): number {
  const { feature, skip, value, roots } = nodes;
  const offset = row * stride;
  let sum = base;
  for (const root of roots) {
    let node = root;
    let column = feature[node] as number;
    while (column >= 0) {
      node += (rows[offset + column] as number) < (value[node] as number) ? 1 : (skip[node] as number);
      column = feature[node] as number;
    }
    sum += value[node] as number;
  }
  return sum;
}
