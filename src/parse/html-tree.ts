/** What stands in the place of a tag name for nodes that are no elements. */
export const ROOT = '#root';
export const TEXT = '#text';
export const COMMENT = '#comment';

/**
 * The nodes of an HTML text in document order, in columns: a page has thousands of them, and as objects they would keep the
 * garbage collector busier than the parser. Node 0 is the root.
 */
export interface HtmlTree {
  /** Of all nodes, the root among them. */
  readonly count: number;
  /** Lower-case tag names, or `TEXT`, `COMMENT`, `ROOT`. Comments are only kept when they speak to this program. */
  readonly tags: readonly string[];
  readonly parents: Int32Array;
  /** The node behind a node's last descendant. */
  readonly after: Int32Array;
  /** Half-open ranges of the source. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Attributes of a node stand from `firstAttribute[node]` to `firstAttribute[node + 1]`, raw; only those ever asked for. */
  readonly firstAttribute: Int32Array;
  readonly attributeNames: readonly string[];
  readonly attributeValues: readonly string[];
  /** What a text says where that is not the source between its ends, because a stray tag lies between them; and comments. */
  readonly data: ReadonlyMap<number, string>;
  /** The text it was read from, and where that begins in the source. */
  readonly text: string;
  readonly offset: number;
}

/** The raw value of an attribute: the first of that name. */
export function attributeOf(tree: HtmlTree, node: number, name: string): string | undefined {
  const { firstAttribute, attributeNames, attributeValues } = tree;
  const end = firstAttribute[node + 1] as number;
  for (let at = firstAttribute[node] as number; at < end; at += 1)
    if (attributeNames[at] === name) return attributeValues[at];
  return undefined;
}

export function isElement(tree: HtmlTree, node: number): boolean {
  const tag = tree.tags[node] as string;
  return tag !== TEXT && tag !== COMMENT;
}

/** What a text node says, raw. */
export function dataOf({ data, starts, ends, text, offset }: HtmlTree, node: number): string {
  return data.get(node) ?? text.slice((starts[node] as number) - offset, (ends[node] as number) - offset);
}

/** The texts among a node's children, raw. */
export function textOf(tree: HtmlTree, node: number): string {
  const end = tree.after[node] as number;
  let text = '';
  for (let child = node + 1; child < end; child = tree.after[child] as number)
    if (tree.tags[child] === TEXT) text += dataOf(tree, child);
  return text;
}

export interface TreeVisitor {
  /** Whether the children are wanted; `leave` is only called when they are. */
  enter(node: number): boolean;
  leave(node: number): void;
}

/** Visits the nodes under the root in document order, however deep. */
export function walkTree({ count, after }: HtmlTree, visitor: TreeVisitor): void {
  const open: number[] = [];
  let end = count;
  for (let node = 1; node < count;) {
    while (node >= end) end = leaveLast(open, after, { count, visitor });
    if (!visitor.enter(node)) {
      node = after[node] as number;
      continue;
    }
    open.push(node);
    end = after[node] as number;
    node += 1;
  }
  while (open.length > 0) leaveLast(open, after, { count, visitor });
}

/** Leaves the innermost open node; returns where the one around it ends. */
function leaveLast(
  open: number[],
  after: Int32Array,
  { count, visitor }: { count: number; visitor: TreeVisitor },
): number {
  visitor.leave(open.pop() as number);
  const outer = open.at(-1);
  return outer === undefined ? count : (after[outer] as number);
}
