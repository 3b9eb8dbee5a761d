import { appendFile, open, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageProblem } from '../settings/problem.ts';
import type { Sink } from './stream-sink.ts';

/** Text is collected to pieces of this many code units before it is written. */
const PIECE = 65_536;

/**
 * A file that appears whole or not at all: written beside its place under a temporary name and moved there at the end.
 * What is no ordinary file (a device, a pipe) is written directly.
 */
export async function createFileSink(path: string): Promise<Sink> {
  const direct = await isSpecial(path);
  const temporary = direct ? path : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const handle = await attempt(path, () => open(temporary, 'w'));
  let pending = '';
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    if (text !== '') await attempt(path, () => handle.writeFile(text));
  };
  const sink: Sink = {
    closed: false,
    async write(text) {
      pending += text;
      if (pending.length >= PIECE) await flush();
    },
    async finish() {
      await flush();
      await attempt(path, () => handle.close());
      if (!direct) await attempt(path, () => rename(temporary, path));
    },
    async abandon() {
      await closeQuietly(handle);
      if (!direct) await unlink(temporary).catch(() => {});
    },
  };
  return sink;
}

/** A file that others write to as well: the text is added to its end when it is complete. */
export function createAppendSink(path: string): Sink {
  let pending = '';
  return {
    closed: false,
    async write(text) {
      pending += text;
    },
    finish: () => attempt(path, () => appendFile(path, pending)),
    abandon: async () => {},
  };
}

async function isSpecial(path: string): Promise<boolean> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) throw new UsageProblem(`cannot write ${path}: it is a folder`);
    return !status.isFile();
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    return false;
  }
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw new UsageProblem(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the device',
  ENOENT: 'there is no such folder',
  EACCES: 'no permission',
  EROFS: 'the file system is read-only',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REASONS[code] ?? code;
}

async function closeQuietly(handle: FileHandle): Promise<void> {
  // closing twice is an error of the handle, not of the user
  await handle.close().catch(() => {});
}
