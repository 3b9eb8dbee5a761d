import type { BlockKind, Container } from '../model/document.ts';
import { BLOCK_KINDS_OF, ELEMENT } from './html-elements.ts';
import { attributeOf, type HtmlTree } from './html-tree.ts';

/** What a document knows about elements beyond the element itself. */
export interface FrameSetting {
  readonly tree: HtmlTree;
  /** Bits of `ELEMENT` by tag name. */
  readonly elements: ReadonlyMap<string, number>;
  readonly dataTables: ReadonlySet<number>;
}

/** All keys are there from the start, so that every memo has one shape. */
export interface Memo {
  path: readonly string[] | undefined;
  /** Of the child that was asked for last. */
  lastPath: readonly string[] | undefined;
  /** Of its own class and id. */
  words: readonly string[] | undefined;
  names: readonly string[] | undefined;
  roles: readonly string[] | undefined;
  alike: number | undefined;
  id: number | undefined;
}

/** An open element with all it has from its ancestors. */
export class Frame {
  readonly node: number;
  readonly name: string;
  readonly parent: Frame | undefined;
  readonly depth: number;
  /** Bits of `ELEMENT`. */
  readonly bits: number;
  readonly kind: BlockKind;
  readonly container: Container;
  readonly headingLevel: number;
  readonly listDepth: number;
  readonly verbatim: boolean;
  readonly hidden: boolean;
  /** The nearest block-level frame, itself included. */
  readonly block: Frame;
  /** The list item it stands in. */
  readonly item: Frame | undefined;
  /** The row of a data table it stands in; a row is one block whatever its cells hold. */
  readonly row: Frame | undefined;
  /** A list item whose first block has been opened. */
  used = false;
  /** Cells of a row entered so far. */
  cells = 0;
  /** Where the text of a cell or of an inline element begins. */
  start = 0;
  /** Evidence already worked out for this element; most elements are never asked. */
  private remembered: Memo | undefined = undefined;

  constructor(node: number, parent: Frame | undefined, setting: FrameSetting) {
    const { tree } = setting;
    const name = tree.tags[node] as string;
    const own = BLOCK_KINDS_OF.get(name);
    const outer = parent ?? ROOT;
    this.node = node;
    this.name = name;
    this.parent = parent;
    this.bits = bitsOf(name, parent, setting);
    this.depth = outer.depth + 1;
    this.hidden = outer.hidden || isHidden(tree, node);
    this.verbatim = outer.verbatim || (this.bits & ELEMENT.verbatim) !== 0;
    this.listDepth = outer.listDepth + Number((this.bits & ELEMENT.list) !== 0);
    this.headingLevel = own === 'heading' ? Number(name.charAt(1)) : outer.headingLevel;
    this.block = this.nearestBlock();
    this.item = own === 'list-item' ? this : outer.item;
    this.row = outer.row ?? this.asRow(setting);
    this.kind = this.row === this ? 'table-row' : kindIn(outer.kind, own);
    this.container = containerIn(outer.container, isNavigation(tree, node), this.row === this ? 'table-row' : own);
  }

  get memo(): Memo {
    return (this.remembered ??= {
      path: undefined,
      lastPath: undefined,
      words: undefined,
      names: undefined,
      roles: undefined,
      alike: undefined,
      id: undefined,
    });
  }

  private nearestBlock(): Frame {
    return (this.bits & ELEMENT.block) === 0 ? (this.parent?.block ?? this) : this;
  }

  private asRow(setting: FrameSetting): Frame | undefined {
    return this.name === 'tr' && standsInDataTable(this.node, setting) ? this : undefined;
  }
}

function bitsOf(name: string, parent: Frame | undefined, setting: FrameSetting): number {
  return parent === undefined ? ELEMENT.block : (setting.elements.get(name) ?? 0);
}

const ROOT = {
  depth: -1,
  hidden: false,
  verbatim: false,
  listDepth: 0,
  headingLevel: 0,
  item: undefined,
  row: undefined,
  kind: 'paragraph',
  container: 'prose',
} as const;

/** A stronger kind of an ancestor holds: whatever stands inside a control or code is still that. */
function kindIn(outer: BlockKind, own: BlockKind | undefined): BlockKind {
  if (outer === 'control' || outer === 'code') return outer;
  return own ?? outer;
}

/** Containers that hold for all they contain, the strongest first, with the kind of block that makes them. */
const STRONG: readonly (readonly [Container, BlockKind])[] = [
  ['form', 'control'],
  ['code', 'code'],
  ['quotation', 'quote'],
];
const WEAK: Partial<Record<BlockKind, Container>> = { 'table-row': 'table', heading: 'heading', 'list-item': 'list' };

function containerIn(outer: Container, navigation: boolean, own: BlockKind | undefined): Container {
  if (outer === 'navigation' || navigation) return 'navigation';
  for (const [container, kind] of STRONG) if (own === kind || outer === container) return container;
  return (own === undefined ? undefined : WEAK[own]) ?? outer;
}

function standsInDataTable(node: number, { tree: { parents, tags }, dataTables }: FrameSetting): boolean {
  if (dataTables.size === 0) return false;
  let table = parents[node] as number;
  while (table > 0 && tags[table] !== 'table') table = parents[table] as number;
  return dataTables.has(table);
}

function isNavigation(tree: HtmlTree, node: number): boolean {
  return tree.tags[node] === 'nav' || attributeOf(tree, node, 'role') === 'navigation';
}

const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

function isHidden(tree: HtmlTree, node: number): boolean {
  if (tree.firstAttribute[node] === tree.firstAttribute[node + 1]) return false;
  if (attributeOf(tree, node, 'hidden') !== undefined || attributeOf(tree, node, 'aria-hidden') === 'true') return true;
  const style = attributeOf(tree, node, 'style');
  return style !== undefined && HIDING_STYLE.test(style);
}
