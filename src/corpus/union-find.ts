/** Disjoint sets of numbers; the least member stands for its set. */
export class UnionFind {
  private readonly parents: Int32Array;

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, item) => item);
  }

  find(item: number): number {
    const { parents } = this;
    let root = item;
    while (parents[root] !== root) root = parents[root] as number;
    let next = item;
    while (parents[next] !== root) [parents[next], next] = [root, parents[next] as number];
    return root;
  }

  /** Says whether they were two sets before. */
  join(first: number, second: number): boolean {
    const [one, other] = [this.find(first), this.find(second)];
    if (one === other) return false;
    this.parents[Math.max(one, other)] = Math.min(one, other);
    return true;
  }
}
