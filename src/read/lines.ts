/** One line of a byte stream without its line feed. */
export interface ByteLine {
  /** 1-based. */
  readonly number: number;
  /** Nothing when the line is longer than the limit: it was skipped. */
  readonly bytes: Uint8Array | undefined;
}

const LINE_FEED = 0x0a;

/**
 * Splits a stream at line feeds, holding no more than the current line and chunk; the stream is only asked for more when
 * all its lines have been taken. Lines longer than `maxBytes` are passed over without being kept.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  const pending = startLine();
  let number = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      pending.add(chunk.subarray(start, end), maxBytes);
      yield { number: number++, bytes: pending.take() };
      start = end + 1;
    }
    pending.add(chunk.subarray(start), maxBytes);
  }
  if (!pending.isEmpty()) yield { number, bytes: pending.take() };
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
