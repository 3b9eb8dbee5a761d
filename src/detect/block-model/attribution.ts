import type { Forest } from './forest.ts';
import { during, i32, local, TYPE, v128, type Code, type WasmFunction } from './wasm-code.ts';
import { MemoryPlan } from './wasm-memory.ts';

/** Groups that the columns of a forest may be parted into; sixteen numbers of four bytes fill a line of the processor's cache. */
export const MOST_GROUPS = 16;
const LINE = 4 * MOST_GROUPS;
const PAIR = 8;
const PAIRS = MOST_GROUPS / 2;

/**
 * What each leaf of a forest says about the reasons for it: the changes that the questions on the way there made (Saabas 2014),
 * summed by the group that a question's column belongs to, `MOST_GROUPS` numbers a leaf. Those of all leaves that a row
 * reached and the trees' middles together are the row's log odds, but for those of columns in no group (below 0).
 * @throws Error for a group that there is no room for
 */
export function explainLeaves({ nodes, leaves }: Forest, groups: readonly number[]): Float32Array {
  if (Math.max(...groups) >= MOST_GROUPS) throw new Error(`There is room for ${MOST_GROUPS} groups of reasons.`);
  const { feature, skip } = nodes;
  const middle = middleOfNodes(nodes);
  const parents = new Int32Array(feature.length);
  const depths = new Uint8Array(feature.length);
  // of the nodes on the way to the one at hand, by depth; a root's is nothing
  const way = new Float64Array(MOST_GROUPS * DEEPEST);
  const reasons = new Float32Array(leaves.length * MOST_GROUPS);
  let leaf = 0;
  for (let node = 0; node < feature.length; node += 1) {
    const at = (depths[node] as number) * MOST_GROUPS;
    if (at > 0) {
      const parent = parents[node] as number;
      const group = groups[feature[parent] as number] as number;
      way.copyWithin(at, at - MOST_GROUPS, at);
      if (group >= 0)
        way[at + group] = (way[at + group] as number) + (middle[node] as number) - (middle[parent] as number);
    }
    if ((feature[node] as number) < 0) {
      for (let group = 0; group < MOST_GROUPS; group += 1)
        reasons[leaf * MOST_GROUPS + group] = way[at + group] as number;
      leaf += 1;
    } else {
      const other = node + (skip[node] as number);
      parents[node + 1] = parents[other] = node;
      depths[node + 1] = depths[other] = (depths[node] as number) + 1;
    }
  }
  return reasons;
}

/** A tree of 32 leaves is no deeper. */
const DEEPEST = 32;

/** The middle of the leaves below each node: what a tree says before it has asked the node's question. */
function middleOfNodes({ feature, skip, value }: Forest['nodes']): Float32Array {
  const middles = new Float32Array(value.length);
  for (let node = value.length - 1; node >= 0; node -= 1) {
    middles[node] =
      (feature[node] as number) < 0
        ? (value[node] as number)
        : ((middles[node + 1] as number) + (middles[node + (skip[node] as number)] as number)) / 2;
  }
  return middles;
}

/** Adds the reasons of the leaves that a row reached, one a tree, to sums by group. */
export type AddReasons = (reached: Uint16Array, sums: Float64Array) => void;

/** The adding up of so many leaves in WebAssembly, whose vectors make it ten times as fast. */
export function createAdder(reasons: Float32Array, trees: number): AddReasons {
  const plan = new MemoryPlan();
  const layout = {
    reasons: plan.take(4 * reasons.length),
    reached: plan.take(2 * trees),
    sums: plan.take(8 * MOST_GROUPS),
  };
  const { memory, run } = plan.start([addUp(layout, trees)]);
  new Float32Array(memory, layout.reasons, reasons.length).set(reasons);
  const given = new Uint16Array(memory, layout.reached, trees);
  const added = new Float64Array(memory, layout.sums, MOST_GROUPS);
  return (reached, sums) => {
    given.set(reached);
    added.set(sums);
    run['addUp']?.();
    sums.set(added);
  };
}

type Layout = Record<'reasons' | 'reached' | 'sums', number>;

function addUp(layout: Layout, trees: number): WasmFunction {
  const [at, line] = [local(0), local(1)];
  const sums = Array.from({ length: PAIRS }, (_, pair) => local(2 + pair));
  const load = sums.map((sum, pair) => sum.set(v128.load(i32.value(layout.sums + 2 * PAIR * pair))));
  const store = sums.map((sum, pair) => v128.store(i32.value(layout.sums + 2 * PAIR * pair), sum.get));
  const add = sums.map((sum, pair) =>
    sum.set(v128.addPairs(sum.get, v128.promote(v128.loadHalf(line.get, layout.reasons + PAIR * pair)))),
  );
  const addLeaf: Code = [line.set(i32.times(i32.load16(at.get), i32.value(LINE))), add, at.add(2)];
  return {
    name: 'addUp',
    parameters: 0,
    variables: [
      { count: 2, type: TYPE.i32 },
      { count: PAIRS, type: TYPE.v128 },
    ],
    body: [
      at.set(i32.value(layout.reached)),
      load,
      during(i32.below(at.get, i32.value(layout.reached + 2 * trees)), addLeaf),
      store,
    ],
  };
}
