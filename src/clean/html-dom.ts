import { createRequire } from 'node:module';
import type * as CheerioModule from 'cheerio/slim';
import { once } from '../text/once.ts';

/** A node of the tree that cheerio (htmlparser2) builds; indexes are offsets in the source, `endIndex` inclusive. */
export interface HtmlNode {
  readonly type: string;
  /** Lower-case tag name; elements only. */
  readonly name?: string;
  /** Raw text; text and comments only. */
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string | undefined>>;
  readonly children?: readonly HtmlNode[];
  readonly parent: HtmlNode | null;
  readonly next: HtmlNode | null;
  readonly startIndex: number | null;
  readonly endIndex: number | null;
}

/** The tree of an HTML text; character references are left as they stand in the source. */
export function readHtml(text: string): HtmlNode {
  const { load } = cheerio();
  const options = { xmlMode: false, decodeEntities: false, withStartIndices: true, withEndIndices: true };
  return load(text, { xml: options }).root()[0] as unknown as HtmlNode;
}

export interface HtmlVisitor {
  /** Whether the children are wanted; `leave` is only called when they are. */
  enter(node: HtmlNode): boolean;
  leave(node: HtmlNode): void;
}

/** Visits every node under a root in document order, however deep. */
export function walkHtml(root: HtmlNode, visitor: HtmlVisitor): void {
  let node = firstChild(root);
  while (node !== null) {
    const wanted = visitor.enter(node);
    const child = wanted ? firstChild(node) : null;
    if (wanted && child === null) visitor.leave(node);
    node = child ?? following(node, root, visitor);
  }
}

/** The next node that is no descendant; parents that end before it are left. */
function following(node: HtmlNode, root: HtmlNode, visitor: HtmlVisitor): HtmlNode | null {
  let at = node;
  while (at.next === null) {
    if (at.parent === null || at.parent === root) return null;
    at = at.parent;
    visitor.leave(at);
  }
  return at.next;
}

function firstChild(node: HtmlNode): HtmlNode | null {
  return node.children?.[0] ?? null;
}

const cheerio = once(() => {
  const require = createRequire(import.meta.url);
  return require('cheerio/slim') as typeof CheerioModule;
});
