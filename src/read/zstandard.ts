import { pipeline, Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';

/** A block may unfold to 128 kB: few compressed bytes at a time keep what lies unread small. */
const SLICE = 4 * 1024;

/** Decompresses Zstandard frames as they come: by Node itself from 22.15 on, by `fzstd` before. */
export async function* unpackZstandard(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const native = (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress;
  if (native === undefined) {
    yield* unpackByLibrary(chunks);
    return;
  }
  const unpacked = native();
  pipeline(Readable.from(chunks), unpacked, () => {
    // The iteration below rejects with the same error.
  });
  for await (const chunk of unpacked) yield chunk as Uint8Array;
}

async function* unpackByLibrary(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
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
