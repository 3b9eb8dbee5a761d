import type { Block, BlockKind, Container, Document, ElementEvidence, Inline, InlineKind } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { createDirectives, type Directives } from './allowances.ts';
import { markContainers, nameLabels } from './containers.ts';
import { makeBlock } from './make-block.ts';
import { createTextBuilder, type TextBuilder } from './offset-map.ts';
import { clipInlines, countLinked, mergeInlines, trimBlocks } from './settle-blocks.ts';
import { findQuotations, QUOTATION_MARKS } from './quotations.ts';
import { isBlank } from './space.ts';

/** A block about to be written. */
export interface Draft {
  readonly kind: BlockKind;
  readonly container: Container;
  readonly level?: number;
  readonly spaced: boolean;
}

const NOT_BEGUN = -1;
const SPACED_JOINT = '\n\n';
const JOINT = '\n';

/** Builds a document of marked-up source: blocks are opened, written piece by piece in source order, and closed. */
export class Assembly {
  private readonly source: Source;
  private readonly builder: TextBuilder;
  private readonly directives: Directives = createDirectives();
  private readonly blocks: Block[] = [];
  private readonly inlines: Inline[] = [];
  private draft: Draft | undefined;
  private start = NOT_BEGUN;
  private spaced = false;
  private pending: ({ readonly text: string } & Span) | undefined;
  private tabs = 0;

  constructor(source: Source) {
    this.source = source;
    this.builder = createTextBuilder(source.text);
  }

  /** Where the next piece of text will stand. */
  get position(): number {
    if (this.begun) return this.builder.length + (this.tabs > 0 ? this.tabs : (this.pending?.text.length ?? 0));
    if (this.builder.length === 0) return 0;
    return this.builder.length + this.joint.length;
  }

  /** End of what has been written. */
  get written(): number {
    return this.builder.length;
  }

  /** A block is open and has text. */
  get begun(): boolean {
    return this.start !== NOT_BEGUN;
  }

  /** Closes the block that is open, if any, and begins another; it comes to be with its first text. */
  open(draft: Draft): void {
    this.close();
    this.draft = draft;
    this.spaced ||= draft.spaced;
  }

  /** Ends the open block; `element` is what the DOM says about it. */
  close(element?: ElementEvidence): void {
    const { draft, start } = this;
    if (draft !== undefined && start !== NOT_BEGUN) {
      const spaced = this.spaced || this.blocks.length === 0;
      const place = { index: this.blocks.length, start, end: this.builder.length, spaced };
      this.blocks.push(makeBlock(draft, place, element));
      this.spaced = false;
    }
    this.pending = undefined;
    this.tabs = 0;
    this.draft = undefined;
    this.start = NOT_BEGUN;
  }

  verbatim(start: number, end: number): void {
    if (end <= start || this.draft === undefined) return;
    if (!this.begun && isBlank(this.source.text, start, end)) return;
    this.begin();
    this.builder.verbatim(start, end);
  }

  replace(text: string, start: number, end: number): void {
    if (text === '' || this.draft === undefined || (!this.begun && text.trim() === '')) return;
    this.begin();
    this.builder.replace(text, start, end);
  }

  /** White space inside the block that is only written when text of the same block follows; a line break wins. */
  pause(text: ' ' | '\n', start: number, end: number): void {
    if (!this.begun || this.tabs > 0 || (this.pending !== undefined && this.pending.text !== ' ')) return;
    this.pending = { text, start, end };
  }

  /** The border between two cells of a table row; like a pause, but each one counts. */
  tab(): void {
    if (this.begun) this.tabs += 1;
  }

  /** A range that is set apart; empty ones are ignored. */
  inline(kind: InlineKind, span: Span, href?: string): void {
    const { start, end } = span;
    if (end > start) this.inlines.push(href === undefined ? { kind, start, end } : { kind, start, end, href });
  }

  /** Reads a comment of the source for `dross-disable` and its kin. */
  comment(text: string): void {
    this.directives.read(text, this.builder.length);
  }

  finish(extra?: Partial<Document>): Document {
    this.close();
    const { text, map } = this.builder.finish();
    const trimmed = trimBlocks(text, this.blocks);
    const marked = clipInlines(trimmed, this.inlines);
    const breaks = this.source.format === 'html' ? 'meant' : 'wrapped';
    const blocks = nameLabels(text, markContainers(text, countLinked(trimmed, marked), breaks));
    const prose = blocks.filter(({ kind }) => kind !== 'code');
    const inlines = mergeInlines(marked, findQuotations(text, prose, QUOTATION_MARKS));
    const allowances = this.directives.settle(blocks, text.length);
    return { ...extra, source: this.source, text, map, blocks, inlines, allowances };
  }

  private get joint(): string {
    return this.spaced ? SPACED_JOINT : JOINT;
  }

  private begin(): void {
    const { pending } = this;
    if (!this.begun) {
      this.builder.separate(this.joint);
      this.start = this.builder.position;
    } else if (this.tabs > 0) this.builder.separate('\t'.repeat(this.tabs));
    else if (pending !== undefined) this.builder.replace(pending.text, pending.start, pending.end);
    this.pending = undefined;
    this.tabs = 0;
  }
}
