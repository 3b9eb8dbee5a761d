import type { Document, OffsetMap } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/**
 * Translates a range of `Document.text` to the range of `Source.text` it was read from. A start at a segment's border
 * begins in the segment after it, an end at a border ends in the segment before it, so that markup around the range
 * is never taken in; a replacement (an entity, a joining separator) counts as a whole.
 */
export function toSource(document: Pick<Document, 'map'>, span: Span): Span {
  const { map } = document;
  if (map === undefined) return { start: span.start, end: span.end };
  if (map.plain.length === 0) return { start: 0, end: 0 };
  const start = sourceOfStart(map, span.start);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: Math.max(start, sourceOfEnd(map, span.end)) };
}

function sourceOfStart(map: OffsetMap, offset: number): number {
  const index = segmentAt(map, offset);
  return insideSegment(map, index, { offset, replacement: 'start' });
}

function sourceOfEnd(map: OffsetMap, offset: number): number {
  const index = segmentAt(map, offset - 1);
  return insideSegment(map, index, { offset, replacement: 'end' });
}

function insideSegment(map: OffsetMap, index: number, at: { offset: number; replacement: 'start' | 'end' }): number {
  const plain = map.plain[index] ?? 0;
  const start = map.sourceStart[index] ?? 0;
  const end = map.sourceEnd[index] ?? start;
  const next = map.plain[index + 1];
  const length = (next ?? Number.POSITIVE_INFINITY) - plain;
  const verbatim = next === undefined || length === end - start;
  if (verbatim) return Math.min(end, start + Math.max(0, at.offset - plain));
  return at.replacement === 'start' ? start : end;
}

/** Index of the last segment that begins at or before the offset. */
function segmentAt(map: OffsetMap, offset: number): number {
  const { plain } = map;
  let low = 0;
  let high = plain.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((plain[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The other way: the range of `Document.text` that was read from a range of the source; the inverse of `toSource`.
 * A replacement only partly inside the range is left out.
 */
export function toPlain(document: Pick<Document, 'map'>, span: Span): Span {
  const { map } = document;
  if (map === undefined) return { start: span.start, end: span.end };
  const start = plainStart(map, span.start);
  return { start, end: Math.max(start, plainEnd(map, span.end)) };
}

function plainStart(map: OffsetMap, offset: number): number {
  const index = countUntil(map.sourceEnd, offset);
  if (index === map.plain.length) return map.plain.at(-1) ?? 0;
  const plain = map.plain[index] ?? 0;
  const into = offset - (map.sourceStart[index] ?? 0);
  if (into <= 0) return plain;
  return isVerbatim(map, index) ? plain + into : (map.plain[index + 1] ?? plain);
}

function plainEnd(map: OffsetMap, offset: number): number {
  const index = countUntil(map.sourceStart, offset - 1) - 1;
  if (index < 0) return 0;
  const plain = map.plain[index] ?? 0;
  const next = map.plain[index + 1] ?? plain;
  if (offset >= (map.sourceEnd[index] ?? 0)) return next;
  return isVerbatim(map, index) ? plain + offset - (map.sourceStart[index] ?? 0) : plain;
}

function isVerbatim({ plain, sourceStart, sourceEnd }: OffsetMap, index: number): boolean {
  const length = (plain[index + 1] ?? 0) - (plain[index] ?? 0);
  return length === (sourceEnd[index] ?? 0) - (sourceStart[index] ?? 0);
}

/** How many values of a rising column are at most the offset. */
function countUntil(column: Uint32Array, offset: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects the pieces of a `Document.text` in order, together with where each came from. */
export interface TextBuilder {
  /** Code units collected so far; a pending joint does not count. */
  readonly length: number;
  /** Where the next piece will begin, after a pending joint. */
  readonly position: number;
  /** Appends `source.slice(start, end)` as it stands. */
  verbatim(start: number, end: number): void;
  /** Appends text that stands for `source.slice(start, end)` as a whole. */
  replace(text: string, start: number, end: number): void;
  /** Appends a joint without source of its own once something follows; it stands for what lies between the neighbours. */
  separate(text: string): void;
  finish(): { readonly text: string; readonly map: OffsetMap };
}

const FIRST_CAPACITY = 256;

/** A builder over one source text; pieces must be added in source order for the map to be monotone. */
export function createTextBuilder(source: string): TextBuilder {
  const segments = createSegments();
  const parts: string[] = [];
  let length = 0;
  let sourceEnd = 0;
  let pending = '';
  const append = (text: string, start: number, end: number) => {
    if (pending !== '') {
      segments.add(length, { start: sourceEnd, end: Math.max(sourceEnd, start) });
      parts.push(pending);
      length += pending.length;
      pending = '';
    }
    segments.add(length, { start, end }, text.length === end - start);
    parts.push(text);
    length += text.length;
    sourceEnd = end;
  };
  return {
    get length() {
      return length;
    },
    get position() {
      return length + pending.length;
    },
    verbatim(start, end) {
      if (end > start) append(source.slice(start, end), start, end);
    },
    replace(text, start, end) {
      if (text !== '') append(text, start, end);
    },
    separate(text) {
      if (length > 0) pending = text;
    },
    finish() {
      segments.add(length, { start: sourceEnd, end: sourceEnd });
      return { text: parts.join(''), map: segments.finish() };
    },
  };
}

/** Growing columns of an `OffsetMap`; neighbouring verbatim pieces become one segment. */
function createSegments() {
  let columns = [0, 1, 2].map(() => new Uint32Array(FIRST_CAPACITY)) as [Uint32Array, Uint32Array, Uint32Array];
  let count = 0;
  let verbatimEnd = -1;
  return {
    add(plain: number, { start, end }: Span, verbatim = false) {
      if (verbatim && verbatimEnd === start) {
        columns[2][count - 1] = end;
        verbatimEnd = end;
        return;
      }
      if (count === columns[0].length) columns = columns.map(doubled) as typeof columns;
      columns[0][count] = plain;
      columns[1][count] = start;
      columns[2][count] = end;
      count += 1;
      verbatimEnd = verbatim ? end : -1;
    },
    finish(): OffsetMap {
      const [plain, sourceStart, sourceEnd] = columns.map((column) => column.slice(0, count)) as typeof columns;
      return { plain, sourceStart, sourceEnd };
    },
  };
}

function doubled(column: Uint32Array): Uint32Array {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
