import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Unreadable } from '../model/source.ts';
import { failureOf } from './failure.ts';
import { TEXT_GLOB } from './format.ts';
import { compileIgnore } from './ignored.ts';
import { InputError } from './input-error.ts';
import type { ReadIo, ReadOptions } from './options.ts';
import { walk } from './walk.ts';

/** Something to read: a file, or standard input when there is no path. */
export interface Input {
  /** As the user wrote it; files of a folder are joined to it with `/`. `-` is standard input. */
  readonly id: string;
  /** Absolute. */
  readonly path?: string;
  /** Known not to be readable: a folder that cannot be listed. */
  readonly failure?: Unreadable;
}

type Ignored = (absolutePath: string) => boolean;

const STANDARD_INPUT = '-';
/** A glob whose last part is only stars says nothing about the kind of file. */
const ONLY_STARS = /(?:^|\/)\*+$/u;
const GLOB_CHARACTERS = /[*?[\]{}!()]/u;

/**
 * Turns what the user named into what is to be read, each file once, in the order of the arguments and by path within a
 * folder. Named files and files of a telling glob are taken whatever they are; a folder gives the files with the
 * extension of a text, see `TEXT_EXTENSIONS`. No path means the current folder.
 * Rejects with `InputError` when a path does not exist, a glob matches nothing, or there is nothing to read at all.
 */
export async function listInputs(
  paths: readonly string[],
  options: Pick<ReadOptions, 'ignore'>,
  io: Pick<ReadIo, 'cwd'>,
): Promise<Input[]> {
  const ignored = await compileIgnore(options.ignore, io.cwd);
  const named = paths.length === 0 ? ['.'] : paths;
  const seen = new Set<string>();
  const inputs: Input[] = [];
  for (const path of named) {
    for (const input of await expand(path, io.cwd, ignored)) {
      const key = input.path ?? input.id;
      if (seen.has(key)) continue;
      seen.add(key);
      inputs.push(input);
    }
  }
  if (inputs.length === 0) throw new InputError(describeNothing(named));
  return inputs;
}

async function expand(path: string, cwd: string, ignored: Ignored): Promise<Input[]> {
  if (path === STANDARD_INPUT) return [{ id: STANDARD_INPUT }];
  const absolute = resolve(cwd, path);
  const kind = await lookUp(absolute);
  if (kind === 'folder') return expandFolder(path, absolute, ignored);
  if (kind === 'file') return [{ id: path, path: absolute }];
  if (kind.code === 'EACCES' || kind.code === 'EPERM') return [{ id: path, failure: failureOf(path, kind) }];
  if (GLOB_CHARACTERS.test(path)) return expandGlob(path, cwd, ignored);
  throw new InputError(`${path}: there is no such file or folder; check the path.`, { cause: kind });
}

async function lookUp(absolute: string): Promise<'file' | 'folder' | NodeJS.ErrnoException> {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

async function expandFolder(path: string, absolute: string, ignored: Ignored): Promise<Input[]> {
  const prefix = /^\.?\/*$/u.test(path) && !path.startsWith('/') ? '' : path.replace(/\/*$/u, '/');
  const { names, failure } = await list(path, absolute);
  const files = names
    .map((name) => ({ id: prefix + name, path: resolve(absolute, name) }))
    .filter((file) => !ignored(file.path));
  return failure === undefined ? files : [...files, { id: failure.id, failure }];
}

/** A folder that cannot be listed must neither stop the rest nor pass in silence. */
async function list(path: string, absolute: string): Promise<{ names: string[]; failure?: Unreadable }> {
  try {
    return { names: await walk(absolute, TEXT_GLOB) };
  } catch (error) {
    return { names: await walk(absolute, TEXT_GLOB, true), failure: failureOf(path, error) };
  }
}

async function expandGlob(pattern: string, cwd: string, ignored: Ignored): Promise<Input[]> {
  const telling = ONLY_STARS.test(pattern) ? pattern.replace(/\*+$/u, (stars) => starsOf(stars)) : pattern;
  const found = await walk(cwd, telling, true);
  const files = found.map((id) => ({ id, path: resolve(cwd, id) })).filter((file) => !ignored(file.path));
  if (files.length === 0) throw new InputError(`${pattern}: no file matches; check the pattern.`);
  return files;
}

function starsOf(stars: string): string {
  return stars.length > 1 ? TEXT_GLOB : TEXT_GLOB.replace('**/', '');
}

function describeNothing(paths: readonly string[]): string {
  const where = paths.length === 1 && paths[0] === '.' ? 'the current folder' : paths.join(', ');
  return `${where}: there is no text to read; name files, or a folder with .txt, .md, .html or .jsonl files.`;
}
