import type { BlockKind, Container, InlineKind } from '../model/document.ts';
import type { Assembly } from './assembly.ts';
import { decodeReference } from './entities.ts';
import { writeFragment } from './html-fragment.ts';
import { type References, resolveLink } from './markdown-links.ts';
import { writeCell, writeLines } from './markdown-pieces.ts';
import type { MarkdownNode } from './markdown-tree.ts';
import { contentEnd, hasBlankLine, lineEnd } from './source-lines.ts';

const INLINES: Readonly<Record<string, InlineKind>> = {
  Emphasis: 'emphasis',
  StrongEmphasis: 'strong',
  InlineCode: 'code',
};

/** Turns the nodes of a syntax tree, in order, into blocks and text. Holds the place in the source reached so far. */
export class MarkdownWriter {
  private readonly source: string;
  private readonly assembly: Assembly;
  private readonly references: References;
  private at = 0;
  /** Inside a leaf block, where text is text. */
  private flowing = false;
  private lineStart = false;
  private quotes = 0;
  private lists = 0;
  private freshItem = false;
  private freshGroup = false;
  private blockEnd = 0;
  private row: { readonly from: number; readonly to: number } | undefined;
  /** Where reading goes on after a mark that begins at the key, when not at its end. */
  private readonly resume = new Map<number, number>();
  private readonly open: { readonly start: number; readonly href?: string; readonly kind?: InlineKind }[] = [];

  constructor(source: string, assembly: Assembly, references: References) {
    this.source = source;
    this.assembly = assembly;
    this.references = references;
  }

  /** Marks leave no text; whatever has no name here is text. */
  enterOther(node: MarkdownNode): boolean {
    if (node.name.endsWith('Mark') || node.name === 'TaskMarker') this.skipMark(node);
    return true;
  }

  enterQuote(): boolean {
    this.quotes += 1;
    return true;
  }

  leaveQuote(): void {
    this.quotes -= 1;
  }

  enterList(): boolean {
    if (this.lists === 0) this.freshGroup = true;
    this.lists += 1;
    return true;
  }

  leaveList(): void {
    this.lists -= 1;
  }

  enterItem(): boolean {
    this.freshItem = true;
    return true;
  }

  enterTable(): boolean {
    this.freshGroup = true;
    return true;
  }

  enterParagraph(node: MarkdownNode): boolean {
    const item = this.freshItem && this.lists > 0;
    const kind = item ? 'list-item' : this.quotes > 0 ? 'quote' : 'paragraph';
    this.openBlock(node, kind, this.containerOf(this.lists > 0 ? 'list' : 'prose'));
    this.flowing = true;
    this.lineStart = true;
    return true;
  }

  enterHeading(node: MarkdownNode): boolean {
    this.openBlock(node, 'heading', this.containerOf('heading'));
    this.flowing = true;
    this.lineStart = true;
    return true;
  }

  leaveLeaf(node: MarkdownNode): void {
    this.emit(node.to);
    this.flowing = false;
    this.closeBlock(node);
  }

  enterRow(node: MarkdownNode): boolean {
    this.openBlock(node, 'table-row', 'table');
    this.row = { from: node.from, to: node.from + this.source.slice(node.from, node.to).trimEnd().length };
    return true;
  }

  leaveRow(node: MarkdownNode): void {
    this.row = undefined;
    this.closeBlock(node);
  }

  enterPipe(node: MarkdownNode): boolean {
    const { row } = this;
    if (row !== undefined && node.from > row.from && node.to < row.to) {
      this.assembly.replace('\t', node.from, node.to);
    }
    this.at = Math.max(this.at, node.to);
    return false;
  }

  enterCell(node: MarkdownNode): boolean {
    this.at = node.from;
    this.flowing = true;
    this.lineStart = true;
    this.open.push({ start: this.assembly.position, kind: 'cell' });
    return true;
  }

  leaveCell(node: MarkdownNode): void {
    this.leaveInline(node);
    this.flowing = false;
  }

  enterCode(node: MarkdownNode): boolean {
    this.openBlock(node, 'code', 'code');
    return true;
  }

  enterCodeText(node: MarkdownNode): boolean {
    writeLines(this.assembly, this.source, { start: node.from, end: node.to });
    this.at = node.to;
    return false;
  }

  leaveCode(node: MarkdownNode): void {
    this.closeBlock(node);
  }

  enterInline(node: MarkdownNode): boolean {
    this.emit(node.from);
    const kind = INLINES[node.name];
    this.open.push(kind === undefined ? { start: this.assembly.position } : { start: this.assembly.position, kind });
    return true;
  }

  leaveInline(node: MarkdownNode): void {
    this.emit(node.to);
    const inline = this.open.pop();
    if (inline?.kind === undefined) return;
    this.assembly.inline(inline.kind, { start: inline.start, end: this.assembly.written }, inline.href);
  }

  /** `[text](target)`: the text alone. A link whose label is not defined is text, brackets and all. */
  enterLink(node: MarkdownNode): boolean {
    this.emit(node.from);
    const parts = resolveLink(this.source, node, this.references);
    const start = this.assembly.position;
    if (parts === undefined) for (const mark of node.children('LinkMark')) this.resume.set(mark.from, mark.from);
    else this.resume.set(parts.closing, node.to);
    const kind = node.name === 'Image' ? 'image' : 'link';
    this.open.push(parts === undefined ? { start } : { start, kind, href: parts.href });
    return true;
  }

  enterUrl(node: MarkdownNode): boolean {
    if (node.from < this.at || !this.flowing) return false;
    this.emit(node.from);
    const start = this.assembly.position;
    this.emit(node.to);
    const href = this.source.slice(node.from, node.to);
    this.assembly.inline('link', { start, end: this.assembly.written }, href);
    return false;
  }

  enterEscape(node: MarkdownNode): boolean {
    this.replace(node, this.source.slice(node.from + 1, node.to));
    return false;
  }

  enterEntity(node: MarkdownNode): boolean {
    const reference = decodeReference(this.source, node.from);
    if (reference?.length === node.to - node.from) this.replace(node, reference.text);
    return false;
  }

  enterBreak(node: MarkdownNode): boolean {
    if (node.from < this.at) return false;
    this.emit(node.from);
    this.assembly.pause('\n', node.from, node.to);
    this.at = node.to;
    this.lineStart = true;
    return false;
  }

  enterTag(node: MarkdownNode): boolean {
    if (/^<br\b/i.test(this.source.slice(node.from, node.from + 4))) return this.enterBreak(node);
    this.emit(node.from);
    this.at = Math.max(this.at, node.to);
    return false;
  }

  enterComment(node: MarkdownNode): boolean {
    this.assembly.comment(
      this.source
        .slice(node.from, node.to)
        .replace(/^<!--/, '')
        .replace(/-->\s*$/, ''),
    );
    return this.enterTag(node);
  }

  enterHtml(node: MarkdownNode): boolean {
    writeFragment(this.assembly, this.source, { start: node.from, end: node.to });
    this.blockEnd = node.to;
    this.at = Math.max(this.at, node.to);
    return false;
  }

  private replace(node: MarkdownNode, text: string): void {
    if (node.from < this.at) return;
    this.emit(node.from);
    if (this.flowing) this.assembly.replace(text, node.from, node.to);
    this.at = node.to;
    this.lineStart = false;
  }

  private skipMark(node: MarkdownNode): void {
    if (node.from < this.at) return;
    this.emit(node.from);
    this.at = Math.max(this.at, this.resume.get(node.from) ?? node.to);
    if (/^(?:Quote|Header|Task)/.test(node.name)) this.lineStart = true;
  }

  private openBlock(node: MarkdownNode, kind: BlockKind, container: Container): void {
    const level = kind === 'heading' ? Number(node.name.at(-1)) : this.lists;
    const tight = (kind === 'list-item' || kind === 'table-row') && !this.freshGroup;
    const spaced = !tight || hasBlankLine(this.source, this.blockEnd, node.from);
    this.assembly.open(level > 0 ? { kind, container, spaced, level } : { kind, container, spaced });
    this.at = node.from;
    this.freshItem = false;
    this.freshGroup = false;
  }

  private closeBlock(node: MarkdownNode): void {
    this.assembly.close();
    this.blockEnd = node.to;
    this.at = Math.max(this.at, node.to);
  }

  private containerOf(container: Container): Container {
    return this.quotes > 0 ? 'quotation' : container;
  }

  /** Writes the source from the place reached to an offset, line by line, without the lines' margins. */
  private emit(to: number): void {
    const { source } = this;
    while (this.flowing && this.at < to) {
      while (this.lineStart && this.at < to && ' \t'.includes(source.charAt(this.at))) this.at += 1;
      const line = lineEnd(source, this.at, to);
      const broken = line.next > line.end;
      this.writePiece(this.at, broken ? contentEnd(source, this.at, line.end) : line.end);
      if (line.next > this.at) this.lineStart = broken;
      if (broken) this.assembly.pause('\n', line.end, line.next);
      this.at = line.next;
    }
    this.at = Math.max(this.at, to);
  }

  private writePiece(from: number, end: number): void {
    if (this.row === undefined) this.assembly.verbatim(from, end);
    else writeCell(this.assembly, this.source, { start: from, end });
  }
}
