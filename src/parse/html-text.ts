import type { Assembly } from './assembly.ts';
import { decodeReference } from './entities.ts';
import type { HtmlTree } from './html-tree.ts';
import { findWithin, lineEnd } from './source-lines.ts';

const AMPERSAND = 0x26;
const SPACE = 0x20;

/** Writes text nodes: white space collapsed (or kept), character references decoded one by one. */
export class HtmlText {
  private readonly source: string;
  private readonly assembly: Assembly;
  /** Called before each piece of visible text. */
  private readonly prepare: () => void;

  constructor(source: string, assembly: Assembly, prepare: () => void) {
    this.source = source;
    this.assembly = assembly;
    this.prepare = prepare;
  }

  write({ starts, ends, data }: HtmlTree, node: number, verbatim: boolean): void {
    const start = starts[node] as number;
    const end = ends[node] as number;
    const put = verbatim ? this.writeLines : this.writeFlow;
    if (data.has(node)) this.writeAround(start, end, put);
    else put.call(this, start, end);
  }

  /** End tags that close nothing lie inside the text node they were left out of. */
  private writeAround(start: number, end: number, put: (start: number, end: number) => void): void {
    let from = start;
    for (let tag = this.find('</', from, end); tag >= 0; tag = this.find('</', from, end)) {
      put.call(this, from, tag);
      const close = this.find('>', tag, end);
      from = close < 0 ? end : Math.min(end, close + 1);
    }
    put.call(this, from, end);
  }

  private writeFlow(start: number, end: number): void {
    const { source } = this;
    let piece = start;
    let at = start;
    while (at < end) {
      const code = source.charCodeAt(at);
      if (code > SPACE && code !== AMPERSAND) at += 1;
      else if (code === AMPERSAND) {
        this.put(piece, at);
        at = this.reference(at, end);
        piece = at;
      } else {
        const next = spaceEnd(source, at, end);
        // A single space between two words is as good as any other character.
        if (code === SPACE && next === at + 1 && at > piece && next < end && source.charCodeAt(next) !== AMPERSAND)
          at = next;
        else {
          this.put(piece, at);
          this.assembly.pause(' ', at, next);
          at = next;
          piece = at;
        }
      }
    }
    this.put(piece, end);
  }

  private writeLines(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const line = lineEnd(this.source, at, end);
      this.writeLine(at, line.end);
      if (line.next > line.end) this.assembly.replace('\n', line.end, line.next);
      at = line.next;
    }
  }

  private writeLine(start: number, end: number): void {
    let piece = start;
    for (let at = this.find('&', start, end); at >= 0; at = this.find('&', piece, end)) {
      this.put(piece, at);
      piece = this.reference(at, end);
    }
    this.put(piece, end);
  }

  /** Writes what the `&` at an offset stands for, itself if need be; returns the offset behind it. */
  private reference(at: number, end: number): number {
    const reference = decodeReference(this.source, at);
    if (reference === undefined || at + reference.length > end) {
      this.put(at, at + 1);
      return at + 1;
    }
    this.prepare();
    this.assembly.replace(reference.text, at, at + reference.length);
    return at + reference.length;
  }

  private find(sought: string, start: number, end: number): number {
    return findWithin(this.source, sought, { start, end });
  }

  private put(start: number, end: number): void {
    if (end <= start) return;
    this.prepare();
    this.assembly.verbatim(start, end);
  }
}

function spaceEnd(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && source.charCodeAt(at) <= SPACE) at += 1;
  return at;
}
