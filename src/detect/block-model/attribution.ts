import type { Forest } from './forest.ts';

/**
 * What each leaf of a forest says about the reasons for it: the change that each question on the way there made (Saabas 2014),
 * summed by the group that the question's column belongs to. Those of the leaf at node `n` stand from `first[n]` to
 * `first[n + 1]`. All leaves that a row reached and the trees' middles together are the row's log odds.
 */
export interface LeafReasons {
  readonly first: Uint32Array;
  readonly group: Uint8Array;
  readonly change: Float64Array;
}

/** `groups` names the group of each column; columns of a group below 0 are left out. */
export function explainLeaves(forest: Forest, groups: readonly number[]): LeafReasons {
  const { feature, skip, middle, roots } = forest;
  const ways: (Way | undefined)[] = Array.from({ length: feature.length });
  const first = new Uint32Array(feature.length + 1);
  const reasons: [group: number, change: number][] = [];
  for (const root of roots) ways[root] = new Map();
  for (let node = 0; node < feature.length; node += 1) {
    const way = ways[node] as Way;
    const column = feature[node] as number;
    if (column < 0) reasons.push(...way);
    else {
      const group = groups[column] as number;
      for (const next of [node + 1, node + (skip[node] as number)])
        ways[next] = extend(way, group, (middle[next] as number) - (middle[node] as number));
    }
    ways[node] = undefined;
    first[node + 1] = reasons.length;
  }
  return {
    first,
    group: Uint8Array.from(reasons, ([group]) => group),
    change: Float64Array.from(reasons, ([, change]) => change),
  };
}

/** Changes by group on the way to a node. */
type Way = ReadonlyMap<number, number>;

function extend(way: Way, group: number, change: number): Way {
  return group < 0 ? way : new Map(way).set(group, (way.get(group) ?? 0) + change);
}

/** Adds to `weights`, by group, the reasons of the leaves that one row reached. */
export function addReasons({ first, group, change }: LeafReasons, leaves: Uint16Array, weights: Float64Array): void {
  for (const leaf of leaves) {
    const end = first[leaf + 1] as number;
    for (let at = first[leaf] as number; at < end; at += 1) {
      const own = group[at] as number;
      weights[own] = (weights[own] as number) + (change[at] as number);
    }
  }
}
