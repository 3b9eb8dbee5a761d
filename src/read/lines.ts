/** One line of a byte stream without its line feed. */
export interface ByteLine {
  /** 1-based. */
  readonly number: number;
  /** Nothing when the line is longer than the limit: it was skipped. */
  readonly bytes: Uint8Array | undefined;
}

/** Neighbouring whole lines of a byte stream. */
export interface LinePiece {
  /** Number of the first line, 1-based. */
  readonly first: number;
  /** Nothing for one line that is longer than the limit: it was skipped. */
  readonly bytes: Uint8Array | undefined;
}

const LINE_FEED = 0x0a;
/** A piece ends at the last line feed before this many bytes, or at the first one after … */
const PIECE_BYTES = 65_536;
/** … unless it has fewer lines: long ones are gathered until there are so many, or so many bytes. */
const PIECE_LINES = 16;
const MOST_PIECE_BYTES = 1_048_576;

/**
 * Cuts a stream at line feeds, holding no more than the current line and chunk; the stream is only asked for more when
 * all that came has been taken. Lines longer than `maxBytes` are passed over without being kept.
 */
export async function* cutPieces(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<LinePiece> {
  const crossing = startLine();
  let first = 1;
  for await (const chunk of chunks) {
    let start = 0;
    if (!crossing.isEmpty()) {
      start = chunk.indexOf(LINE_FEED) + 1;
      crossing.add(start === 0 ? chunk : chunk.subarray(0, start - 1), maxBytes);
      if (start === 0) continue;
      yield { first, bytes: crossing.take() };
      first += 1;
    }
    for (let end = endOfPiece(chunk, start); end > 0; end = endOfPiece(chunk, start)) {
      const bytes = chunk.subarray(start, end);
      yield { first, bytes };
      first += countLines(bytes);
      start = end;
    }
    crossing.add(chunk.subarray(start), maxBytes);
  }
  if (!crossing.isEmpty()) yield { first, bytes: crossing.take() };
}

/** Where a piece that begins at `start` ends, behind its last line feed; 0 when its first line goes on beyond the chunk. */
function endOfPiece(chunk: Uint8Array, start: number): number {
  if (start >= chunk.length) return 0;
  const last = chunk.lastIndexOf(LINE_FEED, start + PIECE_BYTES - 1);
  let end = (last >= start ? last : chunk.indexOf(LINE_FEED, start)) + 1;
  if (end === 0) return 0;
  for (let lines = countLines(chunk.subarray(start, end)); lines < PIECE_LINES; lines += 1) {
    const next = chunk.indexOf(LINE_FEED, end) + 1;
    if (next === 0 || next - start > MOST_PIECE_BYTES) break;
    end = next;
  }
  return end;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

/** The lines of a piece. */
export function* splitPiece({ first, bytes }: LinePiece, maxBytes: number): Generator<ByteLine> {
  let number = first;
  if (bytes === undefined) {
    yield { number, bytes };
    return;
  }
  let start = 0;
  while (start < bytes.length || start === 0) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.subarray(start, end);
    yield { number, bytes: line.length > maxBytes ? undefined : line };
    number += 1;
    start = end + 1;
  }
}

/** Gathers the pieces of a line that crosses chunks. */
function startLine() {
  let parts: Uint8Array[] = [];
  let length = 0;
  let overlong = false;
  return {
    add(part: Uint8Array, maxBytes: number): void {
      length += part.length;
      overlong = length > maxBytes;
      if (overlong) parts = [];
      else if (part.length > 0) parts.push(part);
    },
    isEmpty: (): boolean => length === 0,
    take(): Uint8Array | undefined {
      const line = parts.length === 1 ? parts[0] : Buffer.concat(parts);
      const result = overlong ? undefined : line;
      parts = [];
      length = 0;
      overlong = false;
      return result;
    },
  };
}
