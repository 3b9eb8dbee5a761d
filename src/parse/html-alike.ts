import { attributeOf, type HtmlTree, isElement } from './html-tree.ts';

/** Counts the siblings of elements that have the same tag and class attribute, all children of an element at a time. */
export class AlikeCounter {
  private readonly tree: HtmlTree;
  /** Numbers of kinds by tag and class. */
  private readonly kinds = new Map<string, Map<string, number>>();
  private kindCount = 0;
  /** By node; 0 where not counted yet. */
  private readonly counts: Int32Array;
  private readonly kindOfNodes: Int32Array;
  /** Children of each kind of the element at hand. */
  private readonly tally: number[] = [];

  constructor(tree: HtmlTree) {
    this.tree = tree;
    this.counts = new Int32Array(tree.count);
    this.kindOfNodes = new Int32Array(tree.count);
  }

  /** The element itself is counted. */
  count(node: number): number {
    if (this.counts[node] === 0) this.countChildren(this.tree.parents[node] as number);
    return this.counts[node] as number;
  }

  private countChildren(parent: number): void {
    const { tree, counts, kindOfNodes, tally } = this;
    const { after } = tree;
    const end = after[parent] as number;
    for (let child = parent + 1; child < end; child = after[child] as number) {
      if (!isElement(tree, child)) continue;
      const kind = this.kindOf(child);
      kindOfNodes[child] = kind;
      tally[kind] = (tally[kind] ?? 0) + 1;
    }
    for (let child = parent + 1; child < end; child = after[child] as number)
      if (isElement(tree, child)) counts[child] = tally[kindOfNodes[child] as number] as number;
    for (let child = parent + 1; child < end; child = after[child] as number)
      if (isElement(tree, child)) tally[kindOfNodes[child] as number] = 0;
  }

  private kindOf(node: number): number {
    const tag = this.tree.tags[node] as string;
    const classes = attributeOf(this.tree, node, 'class') ?? '';
    let ofTag = this.kinds.get(tag);
    if (ofTag === undefined) this.kinds.set(tag, (ofTag = new Map<string, number>()));
    let kind = ofTag.get(classes);
    if (kind === undefined) ofTag.set(classes, (kind = this.kindCount++));
    return kind;
  }
}
