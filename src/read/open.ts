import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { peek } from './bytes.ts';
import type { Peeked } from './bytes.ts';
import type { Input } from './inputs.ts';
import type { ReadIo } from './options.ts';
import { unpackZstandard } from './zstandard.ts';

const SMALL_CHUNK = 64 * 1024;
const LARGE_CHUNK = 1024 * 1024;
const MAGIC_LENGTH = 4;

/**
 * The decompressed bytes of an input. Compression is told by the first bytes, not by the name, so that standard input and
 * misnamed files work. Rejects, now or while reading, with the error of the file system or the decompressor.
 */
export async function openInput(input: Input, io: ReadIo, wanted: number): Promise<Peeked> {
  const raw = input.path === undefined ? io.stdin : readFileChunks(input.path);
  const peeked = await peek(raw, MAGIC_LENGTH);
  if (startsWith(peeked.head, [0x1f, 0x8b])) return peek(unpackGzip(peeked.chunks), wanted);
  if (startsWith(peeked.head, [0x28, 0xb5, 0x2f, 0xfd])) return peek(unpackZstandard(peeked.chunks), wanted);
  return peeked.head.length >= wanted ? peeked : peek(peeked.chunks, wanted);
}

async function* readFileChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const chunkLength = size > SMALL_CHUNK ? LARGE_CHUNK : SMALL_CHUNK;
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(chunkLength) });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function* unpackGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: SMALL_CHUNK });
  pipeline(Readable.from(chunks), gunzip, () => {
    // The iteration below rejects with the same error.
  });
  for await (const chunk of gunzip) yield chunk as Uint8Array;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
