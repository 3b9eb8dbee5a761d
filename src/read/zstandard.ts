/** A block may unfold to 128 kB: few compressed bytes at a time keep what lies unread small. */
const SLICE = 4 * 1024;

/**
 * Decompresses Zstandard frames as they come, by `fzstd` on every version of Node: the stream that newer ones have stops
 * without a word behind the first of several frames.
 */
export async function* unpackZstandard(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd');
  let ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => ready.push(chunk));
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += SLICE) {
      stream.push(chunk.subarray(start, start + SLICE));
      yield* ready;
      ready = [];
    }
  }
  stream.push(new Uint8Array(0), true);
  yield* ready;
}
