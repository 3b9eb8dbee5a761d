import type { Assembly, Draft } from './assembly.ts';
import { ELEMENT, INLINE_KINDS } from './html-elements.ts';
import { decodeReferences } from './entities.ts';
import type { EvidenceReader } from './html-evidence.ts';
import { Frame, type FrameSetting } from './html-frame.ts';
import { HtmlText } from './html-text.ts';
import { attributeOf, COMMENT, type HtmlTree, TEXT, type TreeVisitor } from './html-tree.ts';

/** Line breaks in a row that part two blocks. */
const PARTING_BREAKS = 2;

export interface HtmlWriterTools {
  readonly assembly: Assembly;
  readonly setting: FrameSetting;
  /** The source as the tree was built from it; the same length. */
  readonly readable: string;
  /** None when blocks are to have no evidence. */
  readonly evidence?: EvidenceReader;
}

/** Turns the nodes of a tree, in order, into blocks and text. */
export class HtmlWriter implements TreeVisitor {
  private readonly assembly: Assembly;
  private readonly setting: FrameSetting;
  private readonly tree: HtmlTree;
  private readonly evidence: EvidenceReader | undefined;
  private readonly text: HtmlText;
  private frame: Frame;
  /** The innermost element that holds all text of the open block; none when no block is open. */
  private holder: Frame | undefined;
  private spaced = true;
  private breaks = 0;
  /** Open inline elements of each kind; only the outermost counts. */
  private readonly depths = new Map<string, number>();

  constructor(tools: HtmlWriterTools) {
    this.assembly = tools.assembly;
    this.setting = tools.setting;
    this.tree = tools.setting.tree;
    this.evidence = tools.evidence;
    this.text = new HtmlText(tools.readable, tools.assembly, () => this.openBlock());
    this.frame = new Frame(0, undefined, tools.setting);
  }

  enter(node: number): boolean {
    const tag = this.tree.tags[node] as string;
    if (tag === TEXT) this.text.write(this.tree, node, this.frame.verbatim);
    else if (tag === 'br') this.enterBreak(node);
    else if (tag === COMMENT) this.assembly.comment(this.tree.data.get(node) ?? '');
    else if (((this.setting.elements.get(tag) ?? 0) & ELEMENT.skipped) === 0) return this.enterElement(node);
    return false;
  }

  leave(): void {
    const { frame } = this;
    if ((frame.bits & ELEMENT.block) !== 0) this.leaveBlock(frame);
    else this.leaveInline(frame);
    if (frame.parent !== undefined) this.frame = frame.parent;
  }

  finish(): void {
    this.closeBlock();
  }

  private enterElement(node: number): boolean {
    const frame = new Frame(node, this.frame, this.setting);
    if ((frame.bits & ELEMENT.block) === 0) this.enterInline(frame);
    else if (frame.row === undefined || frame.row === frame) this.part(frame);
    else if ((frame.bits & ELEMENT.cell) !== 0) this.enterCell(frame, frame.row);
    else this.assembly.pause(' ', this.tree.starts[node] as number, this.tree.starts[node] as number);
    this.frame = frame;
    return true;
  }

  private leaveBlock(frame: Frame): void {
    if (frame.row === undefined || frame.row === frame) this.part(frame);
    else if ((frame.bits & ELEMENT.cell) !== 0) {
      this.assembly.inline('cell', { start: frame.start, end: this.assembly.written });
    }
  }

  /** Ends the open block at the border of a block-level element. */
  private part(frame: Frame): void {
    this.closeBlock();
    this.spaced ||= standsApart(frame);
  }

  private enterCell(frame: Frame, row: Frame): void {
    if (row.cells > 0) this.assembly.tab();
    row.cells += 1;
    frame.start = this.assembly.position;
  }

  private enterInline(frame: Frame): void {
    const kind = INLINE_KINDS.get(frame.name);
    if (kind === undefined) return;
    const depth = this.depths.get(kind) ?? 0;
    if (depth === 0) frame.start = this.assembly.position;
    this.depths.set(kind, depth + 1);
  }

  private leaveInline(frame: Frame): void {
    const kind = INLINE_KINDS.get(frame.name);
    if (kind === undefined) return;
    const depth = (this.depths.get(kind) ?? 1) - 1;
    this.depths.set(kind, depth);
    if (depth > 0 || frame.verbatim) return;
    const href = attributeOf(this.tree, frame.node, 'href');
    const span = { start: frame.start, end: this.assembly.written };
    this.assembly.inline(kind, span, kind === 'link' && href !== undefined ? decodeReferences(href) : undefined);
  }

  private enterBreak(node: number): void {
    const start = this.tree.starts[node] as number;
    const end = this.tree.ends[node] as number;
    const { row } = this.frame;
    this.breaks += 1;
    if (row !== undefined) this.assembly.pause(' ', start, end);
    else if (this.breaks < PARTING_BREAKS) this.assembly.pause('\n', start, end);
    else {
      this.closeBlock();
      this.spaced = true;
    }
  }

  /** Called before each piece of visible text. */
  private openBlock(): void {
    this.breaks = 0;
    if (this.holder !== undefined) {
      this.holder = commonFrame(this.holder, this.frame);
      return;
    }
    this.holder = this.frame;
    this.assembly.open(this.draftFor(this.frame.row ?? this.frame.block));
    this.spaced = false;
  }

  private closeBlock(): void {
    if (this.holder !== undefined) this.assembly.close(this.evidence?.read(this.holder));
    this.holder = undefined;
    this.breaks = 0;
  }

  private draftFor(block: Frame): Draft {
    const { spaced } = this;
    const { kind, container } = block;
    if (kind === 'heading') return { kind, container, spaced, level: block.headingLevel };
    if (kind !== 'list-item') return { kind, container, spaced };
    const first = block.item?.used === false;
    if (block.item !== undefined) block.item.used = true;
    const level = Math.max(1, block.listDepth);
    if (container === 'navigation') return { kind: 'menu-entry', container, spaced, level };
    return { kind: first ? 'list-item' : 'paragraph', container, spaced, level };
  }
}

/** A list inside an item does not stand apart from it. */
function standsApart({ bits, listDepth }: Frame): boolean {
  return (bits & ELEMENT.spaced) !== 0 && ((bits & ELEMENT.list) === 0 || listDepth === 1);
}

function commonFrame(one: Frame, other: Frame): Frame {
  let left = one;
  let right = other;
  while (left.depth > right.depth && left.parent !== undefined) left = left.parent;
  while (right.depth > left.depth && right.parent !== undefined) right = right.parent;
  while (left !== right && left.parent !== undefined && right.parent !== undefined) {
    left = left.parent;
    right = right.parent;
  }
  return left;
}
