/** A stream of bytes of which the beginning has been seen. */
export interface Peeked {
  /** At least as many bytes as were wanted, or all there are. */
  readonly head: Uint8Array;
  /** All bytes, the head included; to be consumed once. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Releases the source when `chunks` will not be consumed. */
  readonly close: () => Promise<void>;
}

/** Looks at the first `wanted` bytes without losing them. */
export async function peek(source: AsyncIterable<Uint8Array>, wanted: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < wanted) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    seen.push(value);
    length += value.length;
  }
  const head = seen.length === 1 && seen[0] !== undefined ? seen[0] : Buffer.concat(seen, length);
  return {
    head,
    chunks: resume(head, iterator),
    close: async () => {
      await iterator.return?.();
    },
  };
}

async function* resume(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** All bytes in one piece; nothing when there are more than `maxBytes`. */
export async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    parts.push(chunk);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, length);
}
