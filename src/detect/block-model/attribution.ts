import type { Forest } from './forest.ts';

/** Groups that the columns of a forest may be parted into; sixteen numbers of four bytes fill a line of the processor's cache. */
export const MOST_GROUPS = 16;

/**
 * What each node of a forest says about the reasons for it: the changes that the questions on the way there made (Saabas 2014),
 * summed by the group that a question's column belongs to, `MOST_GROUPS` numbers a node. Those of all leaves that a row reached
 * and the trees' middles together are the row's log odds.
 */
export function explainNodes({ feature, skip, middle }: Forest, groups: readonly number[]): Float32Array {
  const reasons = new Float64Array(feature.length * MOST_GROUPS);
  for (let node = 0; node < feature.length; node += 1) {
    const column = feature[node] as number;
    if (column < 0) continue;
    const own = node * MOST_GROUPS;
    const group = groups[column] as number;
    for (const next of [node + 1, node + (skip[node] as number)]) {
      const place = next * MOST_GROUPS;
      reasons.copyWithin(place, own, own + MOST_GROUPS);
      reasons[place + group] = (reasons[place + group] as number) + (middle[next] as number) - (middle[node] as number);
    }
  }
  return Float32Array.from(reasons);
}

/**
 * Adds up the reasons of leaves, by group. Sixteen sums in variables: in an array each would wait for the one before it,
 * which takes four times as long.
 */
export function sumReasons(reasons: Float32Array, leaves: Uint16Array): number[] {
  let [a, b, c, d] = [0, 0, 0, 0];
  let [e, f, g, h] = [0, 0, 0, 0];
  let [i, j, k, l] = [0, 0, 0, 0];
  let [m, n, o, p] = [0, 0, 0, 0];
  for (let at = 0; at < leaves.length; at += 1) {
    const place = (leaves[at] as number) * MOST_GROUPS;
    a += reasons[place] as number;
    b += reasons[place + 1] as number;
    c += reasons[place + 2] as number;
    d += reasons[place + 3] as number;
    e += reasons[place + 4] as number;
    f += reasons[place + 5] as number;
    g += reasons[place + 6] as number;
    h += reasons[place + 7] as number;
    i += reasons[place + 8] as number;
    j += reasons[place + 9] as number;
    k += reasons[place + 10] as number;
    l += reasons[place + 11] as number;
    m += reasons[place + 12] as number;
    n += reasons[place + 13] as number;
    o += reasons[place + 14] as number;
    p += reasons[place + 15] as number;
  }
  return [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p];
}
