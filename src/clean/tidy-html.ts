import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { makeReadable } from '../parse/html-readable.ts';
import { isSpace } from '../parse/space.ts';
import { mergeSpans } from './cut.ts';
import { type HtmlNode, type HtmlVisitor, readHtml, walkHtml } from './html-dom.ts';
import { tidyLines } from './tidy-lines.ts';

/** An open element: whether text was taken from it, and whether anything worth keeping is left. */
interface Holding {
  removed: boolean;
  kept: boolean;
}

/** Elements that show something without text; programs are not asked about either. */
const SHOWING = new Set('img picture video audio iframe object embed canvas math script style template'.split(' '));
/** Elements whose absence would change what is around them. */
const STRUCTURAL = new Set('html head body td th'.split(' '));
/** White space, and the references that stand for it. */
const BLANK = /^(?:\s|&nbsp;?|&#160;|&#xa0;)*$/i;
const MOST_BLANK = 200;

/**
 * The ranges of an HTML source to be cut so that ranges of its text disappear: the text itself, never a tag of an
 * element that still holds something, and whole elements where nothing is left. Tags stay balanced.
 */
export function tidyHtml(document: Document, spans: readonly Span[]): Span[] {
  const source = document.source.text;
  const emptier = new Emptier(source, mergeSpans(spans, source.length));
  walkHtml(readHtml(makeReadable(source)), emptier);
  return tidyLines(source, emptier.cuts);
}

class Emptier implements HtmlVisitor {
  /** Parts of the ranges that lie in text, and elements that held no other text. */
  readonly cuts: Span[] = [];
  private readonly source: string;
  private readonly removed: readonly Span[];
  private readonly open: Holding[] = [{ removed: false, kept: false }];
  private readonly unfinished: number;
  private at = 0;

  constructor(source: string, removed: readonly Span[]) {
    this.source = source;
    this.unfinished = unfinishedTag(source);
    this.removed = removed;
  }

  enter(node: HtmlNode): boolean {
    const holding = this.open.at(-1);
    if (holding === undefined) return false;
    if (node.name === undefined) {
      if (node.type === 'text') this.enterText(spanOf(node), holding);
      return false;
    }
    if (SHOWING.has(node.name)) {
      holding.kept = true;
      return false;
    }
    this.open.push({ removed: false, kept: false });
    return true;
  }

  leave(node: HtmlNode): void {
    const holding = this.open.pop();
    const outer = this.open.at(-1);
    if (holding === undefined || outer === undefined) return;
    outer.removed ||= holding.removed;
    outer.kept ||= holding.kept;
    const emptied = holding.removed && !holding.kept;
    if (!emptied || STRUCTURAL.has(node.name ?? '')) return;
    const { start, end } = spanOf(node);
    this.cuts.push({ start, end: Math.min(end, this.unfinished) });
  }

  private enterText({ start, end }: Span, holding: Holding): void {
    const { removed } = this;
    while (this.at < removed.length && (removed[this.at]?.end ?? 0) <= start) this.at += 1;
    let from = start;
    for (let index = this.at; index < removed.length; index += 1) {
      const range = removed[index];
      if (range === undefined || range.start >= end) break;
      this.cuts.push({ start: Math.max(start, range.start), end: Math.min(end, range.end) });
      holding.removed = true;
      holding.kept ||= this.hasText(from, range.start);
      from = Math.min(end, range.end);
    }
    holding.kept ||= this.hasText(from, end);
  }

  private hasText(start: number, end: number): boolean {
    let at = start;
    while (at < end && isSpace(this.source.charCodeAt(at))) at += 1;
    return at < end && !BLANK.test(this.source.slice(at, Math.min(end, at + MOST_BLANK)));
  }
}

/** Where a tag begins that the source breaks off; half of it left standing would turn into text. */
function unfinishedTag(source: string): number {
  const last = source.lastIndexOf('<');
  return last > source.lastIndexOf('>') ? last : source.length;
}

function spanOf(node: HtmlNode): Span {
  const start = node.startIndex ?? 0;
  return { start, end: (node.endIndex ?? start - 1) + 1 };
}
