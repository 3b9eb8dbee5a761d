import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Origin } from '../read/index.ts';
import { UsageProblem } from '../settings/problem.ts';
import { createFileSink } from './file-sink.ts';
import type { Sink } from './stream-sink.ts';

const run = promisify(execFile);
const BACKUP_EXTENSION = '.bak';
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Opens a file to be replaced by its cleaned text. The original is never the only copy: with `backup` it is kept beside
 * the new file, else it must lie in git without changes.
 */
export async function openReplacement(
  origin: Origin,
  { cwd, backup }: { cwd: string; backup: boolean },
): Promise<Sink> {
  const path = resolve(cwd, origin.path);
  checkReplaceable(origin);
  if (backup) await copyFile(path, path + BACKUP_EXTENSION);
  else await checkCommitted(path, origin.path);
  const sink = await createFileSink(path);
  if (origin.byteOrderMark === true) await sink.write(BYTE_ORDER_MARK);
  return sink;
}

function checkReplaceable({ path, charset }: Origin): void {
  if (path === '-') throw new UsageProblem('--write replaces files, and standard input is none');
  if (/\.(?:gz|zst)$/.test(path)) throw new UsageProblem(`${path} is compressed; unpack it to let --write replace it`);
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    throw new UsageProblem(`${path} is ${charset} and --write writes UTF-8; convert it first`);
  }
}

async function checkCommitted(path: string, label: string): Promise<void> {
  const options = { cwd: dirname(path) };
  try {
    await run('git', ['ls-files', '--error-unmatch', '--', basename(path)], options);
    const { stdout } = await run('git', ['status', '--porcelain', '--', basename(path)], options);
    if (stdout.trim() === '') return;
  } catch {
    throw new UsageProblem(`${label} is not in git: --write would replace the only copy; add --backup`);
  }
  throw new UsageProblem(`${label} has uncommitted changes: commit them, or add --backup`);
}
