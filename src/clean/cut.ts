import type { Span } from '../model/span.ts';

/** A source text with ranges taken out, and all that is needed to put them back. */
export interface Cut {
  readonly kept: string;
  readonly removed: readonly Removal[];
}

export interface Removal {
  /** Offset in `kept` where the text was. */
  readonly at: number;
  readonly text: string;
}

/** Ranges in order, inside the text, neighbouring and overlapping ones joined, empty ones dropped. */
export function mergeSpans(spans: readonly Span[], length: number): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    const clipped = { start: Math.max(0, start), end: Math.min(length, end) };
    if (clipped.end <= clipped.start) continue;
    if (last !== undefined && clipped.start <= last.end) last.end = Math.max(last.end, clipped.end);
    else merged.push(clipped);
  }
  return merged;
}

/** Takes ranges out of a text. */
export function cut(text: string, spans: readonly Span[]): Cut {
  const pieces: string[] = [];
  const removed: Removal[] = [];
  let at = 0;
  let kept = 0;
  for (const { start, end } of mergeSpans(spans, text.length)) {
    pieces.push(text.slice(at, start));
    kept += start - at;
    removed.push({ at: kept, text: text.slice(start, end) });
    at = end;
  }
  pieces.push(text.slice(at));
  return { kept: pieces.join(''), removed };
}

/** The text before the cut. */
export function restore({ kept, removed }: Cut): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text } of removed) {
    pieces.push(kept.slice(from, at), text);
    from = at;
  }
  pieces.push(kept.slice(from));
  return pieces.join('');
}
