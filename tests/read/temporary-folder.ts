import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readInputs } from '../../src/read/index.ts';
import type { ReadItem, ReadOptions } from '../../src/read/index.ts';

/** Writes files into a folder that is removed when the test ends; returns its path. */
export function makeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dross-read-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export async function* streamOf(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Reads everything named, in a folder of the given files. */
export async function readAll(
  files: Record<string, string | Uint8Array>,
  paths: string[],
  options: Partial<ReadOptions> = {},
): Promise<ReadItem[]> {
  return gather(readInputs(paths, options, { cwd: makeFolder(files), stdin: streamOf() }));
}

export async function readStdin(
  chunks: (string | Uint8Array)[],
  options: Partial<ReadOptions> = {},
): Promise<ReadItem[]> {
  return gather(readInputs(['-'], options, { cwd: '/', stdin: streamOf(...chunks) }));
}

/** The one document that was read. */
export function only(items: readonly ReadItem[]): {
  text: string;
  format: string;
  notes: readonly string[];
  id: string;
} {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error(`${items.length} documents where one is expected`);
  if ('error' in item.result) throw new Error(item.result.error.message);
  return { notes: [], ...item.result };
}

export async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
