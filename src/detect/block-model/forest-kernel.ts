import type { ForestRows, ForestScores, ForestTables } from './forest.ts';
import { f32, f64, i32, local, during, TYPE, v128, when, type Code, type WasmFunction } from './wasm-code.ts';
import { MemoryPlan, type Started } from './wasm-memory.ts';

/** Rows that are scored at a time: their columns stay in the processor's cache. */
const MOST_ROWS = 256;
/** A line more than the rows need, lest all columns fall into the same few places of the cache. */
const COLUMN_BYTES = 4 * MOST_ROWS + 64;
const QUESTION_BYTES = 16;
const TREE_BYTES = 8;
const VECTOR_BYTES = 16;
const VECTOR_ROWS = 4;

/**
 * Scores many rows at once. Instead of walking each row down each tree, it goes through the questions of a tree, each of them for four
 * rows at a time: a bit stands for each leaf of a tree, every no strikes out the leaves on the other side, and the leftmost
 * leaf that is left is the one that the walk would have ended at (QuickScorer, Lucchese et al. 2015). No unforeseeable jump, which
 * is most of what walking costs, and questions that all rows answer alike are asked once. In WebAssembly, for its vectors.
 */
export function createKernel(forest: ForestTables): (rows: ForestRows) => ForestScores {
  const layout = planLayout(forest);
  const started = layout.plan.start([writeColumns(forest, layout), scoreRows(forest, layout)]);
  fillTables(forest, layout, started.memory);
  return (rows) => scoreAll({ forest, layout, started }, rows);
}

type Layout = ReturnType<typeof planLayout>;

/** Addresses of tables. */
function planLayout({ stride, width, trees, questions, leaves }: ForestTables) {
  const plan = new MemoryPlan();
  return {
    plan,
    rows: plan.take(4 * MOST_ROWS * stride),
    columns: plan.take(COLUMN_BYTES * width),
    /** Least and most of each column. */
    ranges: plan.take(8 * width),
    /** Of each: address of the column, address of its range, threshold, bits of the leaves that a no leaves over. */
    questions: plan.take(QUESTION_BYTES * questions.length),
    /** Of each tree: address behind its last question, and number of its first leaf. */
    trees: plan.take(TREE_BYTES * trees),
    leaves: plan.take(4 * leaves.length),
    /** Bits of the leaves open to each row. */
    open: plan.take(4 * MOST_ROWS),
    sums: plan.take(8 * MOST_ROWS),
    reached: plan.take(2 * MOST_ROWS * trees),
  };
}

function fillTables(
  { questions, leaves, lastQuestion, firstLeaf }: ForestTables,
  layout: Layout,
  memory: ArrayBuffer,
): void {
  const view = new DataView(memory);
  questions.forEach(({ column, threshold, left }, index) => {
    const at = layout.questions + index * QUESTION_BYTES;
    view.setInt32(at, layout.columns + column * COLUMN_BYTES, true);
    view.setInt32(at + 4, layout.ranges + 8 * column, true);
    view.setFloat32(at + 8, threshold, true);
    view.setInt32(at + 12, left, true);
  });
  lastQuestion.forEach((last, tree) => {
    view.setInt32(layout.trees + TREE_BYTES * tree, layout.questions + last * QUESTION_BYTES, true);
    view.setInt32(layout.trees + TREE_BYTES * tree + 4, firstLeaf[tree] as number, true);
  });
  new Float32Array(memory, layout.leaves, leaves.length).set(leaves);
}

interface Kernel {
  readonly forest: ForestTables;
  readonly layout: Layout;
  readonly started: Started;
}

function scoreAll({ forest, layout, started }: Kernel, { rows, count }: ForestRows): ForestScores {
  const { stride, trees, base } = forest;
  const { memory, run } = started;
  const given = new Float32Array(memory, layout.rows, MOST_ROWS * stride);
  const sums = new Float64Array(memory, layout.sums, MOST_ROWS);
  const odds = new Float32Array(count);
  const reached = new Uint16Array(count * trees);
  for (let from = 0; from < count; from += MOST_ROWS) {
    const own = Math.min(MOST_ROWS, count - from);
    given.set(rows.subarray(from * stride, (from + own) * stride));
    sums.fill(base, 0, own);
    run['writeColumns']?.(own);
    run['scoreRows']?.(own);
    for (let row = 0; row < own; row += 1) odds[from + row] = sums[row] as number;
    reached.set(new Uint16Array(memory, layout.reached, own * trees), from * trees);
  }
  return { odds, reached };
}

/** Turns the first `count` rows into columns, and finds the range of each. */
function writeColumns({ stride, width }: ForestTables, layout: Layout): WasmFunction {
  const [count, column, row, from, to, rangeAt] = [0, 1, 2, 3, 4, 5].map(local) as [V, V, V, V, V, V];
  const [value, least, most] = [6, 7, 8].map(local) as [V, V, V];
  const start = i32.add(i32.value(layout.rows), i32.shift(column.get, 2));
  const copyRow: Code = [
    value.set(f32.load(from.get)),
    least.set(f32.least(least.get, value.get)),
    most.set(f32.most(most.get, value.get)),
    f32.store(to.get, value.get),
    from.add(4 * stride),
    to.add(4),
    row.add(1),
  ];
  const copyColumn: Code = [
    from.set(start),
    to.set(i32.add(i32.value(layout.columns), i32.times(column.get, i32.value(COLUMN_BYTES)))),
    rangeAt.set(i32.add(i32.value(layout.ranges), i32.shift(column.get, 3))),
    least.set(f32.load(from.get)),
    most.set(least.get),
    row.set(i32.value(0)),
    during(i32.below(row.get, count.get), copyRow),
    f32.store(rangeAt.get, least.get),
    f32.store(rangeAt.get, most.get, 4),
    column.add(1),
  ];
  return {
    name: 'writeColumns',
    parameters: 1,
    variables: [
      { count: 5, type: TYPE.i32 },
      { count: 3, type: TYPE.f32 },
    ],
    body: during(i32.below(column.get, i32.value(width)), copyColumn),
  };
}

type V = ReturnType<typeof local>;

/** Adds the leaf of each tree to the sums of the first `count` rows, and writes down which leaf it was. */
function scoreRows({ trees }: ForestTables, layout: Layout): WasmFunction {
  const [count, at, treeAt, bytes, common] = [0, 1, 2, 3, 4].map(local) as [V, V, V, V, V];
  const [question, tree] = [5, 6].map(local) as [V, V];
  const leafPlace = { count, at, treeAt, common, tree, leaf: local(7), reachedAt: local(8) };
  const askTree: Code = [
    common.set(i32.value(-1)),
    sweep(at, bytes, v128.store(at.get, v128.splat(i32.value(-1)), layout.open)),
    during(i32.below(question.get, i32.load(treeAt.get)), [
      ask(layout, { question, common, at, bytes, column: local(9), threshold: local(10), left: local(11) }),
      question.add(QUESTION_BYTES),
    ]),
    addLeaves(layout, trees, leafPlace),
    treeAt.add(TREE_BYTES),
    tree.add(1),
  ];
  return {
    name: 'scoreRows',
    parameters: 1,
    variables: [
      { count: 9, type: TYPE.i32 },
      { count: 2, type: TYPE.v128 },
    ],
    body: [
      treeAt.set(i32.value(layout.trees)),
      question.set(i32.value(layout.questions)),
      bytes.set(i32.times(i32.value(VECTOR_BYTES), vectorsOf(count))),
      during(i32.below(tree.get, i32.value(trees)), askTree),
    ],
  };
}

type AskVariables = Record<'question' | 'common' | 'at' | 'bytes' | 'column' | 'threshold' | 'left', V>;

/** Strikes out leaves by one question: for all rows at once where the range of the column gives one answer. */
function ask(layout: Layout, { question, common, at, bytes, column, threshold, left }: AskVariables): Code {
  const limit = f32.load(question.get, 8);
  const isYes = v128.below(v128.load(i32.add(at.get, column.get)), threshold.get);
  const leftOver = v128.and(v128.load(at.get, layout.open), v128.or(isYes, left.get));
  const askRows: Code = [
    column.set(i32.load(question.get)),
    threshold.set(v128.loadSplat(question.get, 8)),
    left.set(v128.loadSplat(question.get, 12)),
    sweep(at, bytes, v128.store(at.get, leftOver, layout.open)),
  ];
  return when(
    f32.notBelow(f32.load(i32.load(question.get, 4)), limit),
    common.set(i32.and(common.get, i32.load(question.get, 12))),
    when(f32.below(f32.load(i32.load(question.get, 4), 4), limit), [], askRows),
  );
}

/** Vectors of four rows. */
function vectorsOf(count: V): Code {
  return i32.shiftBack(i32.add(count.get, i32.value(VECTOR_ROWS - 1)), 2);
}

/** Once for each vector of rows: `at` is its offset in bytes. */
function sweep(at: V, bytes: V, body: Code): Code {
  return [at.set(i32.value(0)), during(i32.below(at.get, bytes.get), [body, at.add(VECTOR_BYTES)])];
}

type LeafVariables = Record<'count' | 'at' | 'treeAt' | 'common' | 'leaf' | 'reachedAt' | 'tree', V>;

function addLeaves(
  layout: Layout,
  trees: number,
  { count, at, treeAt, common, leaf, reachedAt, tree }: LeafVariables,
): Code {
  const bits = i32.and(i32.load(i32.shift(at.get, 2), layout.open), common.get);
  const sumAt = i32.add(i32.shift(at.get, 3), i32.value(layout.sums));
  const value = f32.load(i32.shift(leaf.get, 2), layout.leaves);
  const addLeaf: Code = [
    leaf.set(i32.add(i32.leadingZeros(bits), i32.load(treeAt.get, 4))),
    f64.store(sumAt, f64.add(f64.load(sumAt), f64.promote(value))),
    i32.store16(reachedAt.get, leaf.get),
    reachedAt.add(2 * trees),
    at.add(1),
  ];
  return [
    at.set(i32.value(0)),
    reachedAt.set(i32.add(i32.value(layout.reached), i32.shift(tree.get, 1))),
    during(i32.below(at.get, count.get), addLeaf),
  ];
}
