import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
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
  if (statSync(path).isFile()) yield* readRegularFile(path);
  else yield* readSpecialFile(path);
}

/** Without the event loop, whose round trips would take ten times as long as reading a small file does. */
function* readRegularFile(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    // room for one byte more than there should be: a buffer that is not filled was the last
    const length = size > SMALL_CHUNK ? LARGE_CHUNK : size + 1;
    for (;;) {
      const buffer = Buffer.allocUnsafe(length);
      const read = readSync(file, buffer, 0, length, null);
      if (read > 0) yield buffer.subarray(0, read);
      if (read < length) return;
    }
  } finally {
    closeSync(file);
  }
}

/** A pipe or a device: whoever writes to it may keep us waiting. */
async function* readSpecialFile(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(SMALL_CHUNK) });
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
