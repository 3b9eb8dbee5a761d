import type { Quantised } from './quantise.ts';

export interface GrowOptions {
  readonly leaves: number;
  readonly rate: number;
  /** L2 penalty of leaf values. */
  readonly penalty: number;
  /** Least sum of curvatures in a leaf. */
  readonly leastCurvature: number;
}

export interface Sample {
  readonly quantised: Quantised;
  readonly gradients: Float32Array;
  readonly curvatures: Float32Array;
  readonly rows: Uint32Array;
  readonly columns: readonly number[];
}

/** One tree in pre-order, as in `Forest`; `bin` is the last step that goes left. */
export interface GrownTree {
  readonly feature: number[];
  readonly skip: number[];
  readonly value: number[];
  readonly bin: number[];
}

const BINS = 64;

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly bin: number;
}

interface Leaf {
  readonly rows: Uint32Array;
  readonly sums: Float64Array;
  readonly gradient: number;
  readonly curvature: number;
  readonly split: Split | undefined;
}

interface Node {
  readonly leaf: Leaf;
  below?: { readonly split: Split; readonly left: Node; readonly right: Node };
}

/** Grows one tree, always splitting the leaf that gains most. */
export function growTree(sample: Sample, options: GrowOptions): GrownTree {
  const root: Node = { leaf: makeLeaf(sample, options, { rows: sample.rows, sums: countSums(sample, sample.rows) }) };
  const open = [root];
  for (let leaves = 1; leaves < options.leaves; leaves += 1) {
    const node = takeBest(open);
    if (node === undefined) break;
    const split = node.leaf.split as Split;
    const [left, right] = divide(sample, options, node.leaf);
    node.below = { split, left: { leaf: left }, right: { leaf: right } };
    open.push(node.below.left, node.below.right);
  }
  return flatten(root, sample, options);
}

function takeBest(open: Node[]): Node | undefined {
  let best = -1;
  open.forEach(({ leaf }, index) => {
    const gain = leaf.split?.gain ?? 0;
    if (gain > (open[best]?.leaf.split?.gain ?? 0)) best = index;
  });
  return best < 0 ? undefined : open.splice(best, 1)[0];
}

/** Columns that are summed in one pass over the rows. */
const ABREAST = 4;

/** Sums of gradients and curvatures by column and step, interleaved. */
function countSums({ quantised, gradients, curvatures, columns }: Sample, rows: Uint32Array): Float64Array {
  const sums = new Float64Array(Math.ceil(columns.length / ABREAST) * ABREAST * BINS * 2);
  const pairs = new Float64Array(rows.length * 2);
  rows.forEach((row, index) => {
    pairs[2 * index] = gradients[row] as number;
    pairs[2 * index + 1] = curvatures[row] as number;
  });
  const last = columns.at(-1) as number;
  const binsOf = (at: number): Uint8Array => quantised.bins[columns[at] ?? last] as Uint8Array;
  for (let at = 0; at < columns.length; at += ABREAST) {
    const four = [binsOf(at), binsOf(at + 1), binsOf(at + 2), binsOf(at + 3)] as const;
    addColumns({ rows, pairs }, four, sums.subarray(at * BINS * 2, (at + ABREAST) * BINS * 2));
  }
  return sums;
}

type Four = readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

function addColumns(
  { rows, pairs }: { rows: Uint32Array; pairs: Float64Array },
  [first, second, third, fourth]: Four,
  sums: Float64Array,
): void {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const gradient = pairs[2 * index] as number;
    const curvature = pairs[2 * index + 1] as number;
    let slot = 2 * (first[row] as number);
    sums[slot] = (sums[slot] as number) + gradient;
    sums[slot + 1] = (sums[slot + 1] as number) + curvature;
    slot = 2 * (BINS + (second[row] as number));
    sums[slot] = (sums[slot] as number) + gradient;
    sums[slot + 1] = (sums[slot + 1] as number) + curvature;
    slot = 2 * (2 * BINS + (third[row] as number));
    sums[slot] = (sums[slot] as number) + gradient;
    sums[slot + 1] = (sums[slot + 1] as number) + curvature;
    slot = 2 * (3 * BINS + (fourth[row] as number));
    sums[slot] = (sums[slot] as number) + gradient;
    sums[slot + 1] = (sums[slot + 1] as number) + curvature;
  }
}

function makeLeaf(
  sample: Sample,
  options: GrowOptions,
  { rows, sums }: { rows: Uint32Array; sums: Float64Array },
): Leaf {
  let gradient = 0;
  let curvature = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    gradient += sums[2 * bin] as number;
    curvature += sums[2 * bin + 1] as number;
  }
  const bare = { rows, sums, gradient, curvature, split: undefined };
  return { ...bare, split: findSplit(sample, options, bare) };
}

function findSplit(sample: Sample, options: GrowOptions, leaf: Leaf): Split | undefined {
  let best: Split | undefined;
  sample.columns.forEach((column, at) => {
    const steps = (sample.quantised.cuts[column] as Float32Array).length;
    const found = splitColumn(leaf, { from: at * BINS * 2, steps }, options);
    if (found.gain > (best?.gain ?? 0)) best = { ...found, column };
  });
  return best;
}

function splitColumn(leaf: Leaf, { from, steps }: { from: number; steps: number }, options: GrowOptions) {
  const { penalty, leastCurvature } = options;
  const whole = (leaf.gradient * leaf.gradient) / (leaf.curvature + penalty);
  let gradient = 0;
  let curvature = 0;
  let gain = 0;
  let bin = -1;
  for (let step = 0; step < steps; step += 1) {
    gradient += leaf.sums[from + 2 * step] as number;
    curvature += leaf.sums[from + 2 * step + 1] as number;
    const rest = leaf.curvature - curvature;
    if (curvature < leastCurvature) continue;
    if (rest < leastCurvature) break;
    const other = leaf.gradient - gradient;
    const found = (gradient * gradient) / (curvature + penalty) + (other * other) / (rest + penalty) - whole;
    if (found > gain) {
      gain = found;
      bin = step;
    }
  }
  return { gain, bin };
}

/** Counts the smaller half and gets the larger by subtraction. */
function divide(sample: Sample, options: GrowOptions, leaf: Leaf): [Leaf, Leaf] {
  const { column, bin } = leaf.split as Split;
  const bins = sample.quantised.bins[column] as Uint8Array;
  const [left, right] = partRows(leaf.rows, bins, bin);
  const small = left.length < right.length ? left : right;
  const sums = countSums(sample, small);
  const others = leaf.sums;
  for (let at = 0; at < others.length; at += 1) others[at] = (others[at] as number) - (sums[at] as number);
  const [leftSums, rightSums] = small === left ? [sums, others] : [others, sums];
  return [
    makeLeaf(sample, options, { rows: left, sums: leftSums }),
    makeLeaf(sample, options, { rows: right, sums: rightSums }),
  ];
}

function partRows(rows: Uint32Array, bins: Uint8Array, bin: number): [Uint32Array, Uint32Array] {
  const left = new Uint32Array(rows.length);
  const right = new Uint32Array(rows.length);
  let lefts = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    left[lefts] = row;
    right[index - lefts] = row;
    lefts += (bins[row] as number) <= bin ? 1 : 0;
  }
  return [left.subarray(0, lefts), right.subarray(0, rows.length - lefts)];
}

/** Recursion is bounded by the number of leaves. */
function flatten(root: Node, { quantised }: Sample, options: GrowOptions): GrownTree {
  const tree: GrownTree = { feature: [], skip: [], value: [], bin: [] };
  const visit = ({ leaf, below }: Node): void => {
    const at = tree.feature.length;
    tree.feature.push(below?.split.column ?? -1);
    tree.bin.push(below?.split.bin ?? 0);
    tree.skip.push(0);
    if (below === undefined) {
      tree.value.push((-options.rate * leaf.gradient) / (leaf.curvature + options.penalty));
      return;
    }
    tree.value.push((quantised.cuts[below.split.column] as Float32Array)[below.split.bin] as number);
    visit(below.left);
    tree.skip[at] = tree.feature.length - at;
    visit(below.right);
  };
  visit(root);
  return tree;
}
