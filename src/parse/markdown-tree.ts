import { createRequire } from 'node:module';
import type * as MarkdownModule from '@lezer/markdown';
import { once } from '../text/once.ts';

/** A node of the syntax tree: a name of @lezer/markdown's and a range of the source. */
export interface MarkdownNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Direct children of one name, in order. */
  children(name: string): Span[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Calls `enter` and `leave` for each node of a CommonMark + GFM text in order; `enter` may refuse the children. */
export type WalkMarkdown = (enter: (node: MarkdownNode) => boolean, leave: (node: MarkdownNode) => void) => void;

export function readMarkdown(text: string): WalkMarkdown {
  const tree = markdownParser().parse(text);
  return (enter, leave) => {
    tree.iterate({ enter: (node) => enter(viewOf(node)), leave: (node) => leave(viewOf(node)) });
  };
}

type SyntaxNodeRef = Parameters<
  Parameters<ReturnType<MarkdownModule.MarkdownParser['parse']>['iterate']>[0]['enter']
>[0];

function viewOf(node: SyntaxNodeRef): MarkdownNode {
  const { name, from, to } = node;
  return { name, from, to, children: (child) => node.node.getChildren(child) };
}

const markdownParser = once(() => {
  const require = createRequire(import.meta.url);
  const { parser, GFM } = require('@lezer/markdown') as typeof MarkdownModule;
  return parser.configure(GFM);
});
