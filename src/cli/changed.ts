import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Input, Origin } from '../read/index.ts';
import type { LocatedFinding } from '../report/locate.ts';
import { placeOf } from '../report/place.ts';
import { UsageProblem } from '../settings/problem.ts';

const run = promisify(execFile);
const LARGEST_DIFF = 512 * 1024 * 1024;

type Lines = readonly { readonly first: number; readonly last: number }[];

/** What has changed since a revision: files, and lines in them. */
export interface Changes {
  includes(input: Input): boolean;
  touches(finding: LocatedFinding, origin: Origin): boolean;
}

/**
 * Asks git for changed and new files. Without `since`, what is not committed yet; with it, everything since the branch
 * left that revision.
 */
export async function readChanges(cwd: string, since: string | undefined): Promise<Changes> {
  const root = (await git(cwd, ['rev-parse', '--show-toplevel'])).trim();
  const revision = since === undefined ? ['HEAD'] : ['--merge-base', since];
  const diff = await git(root, ['diff', '--unified=0', '--no-color', '--no-ext-diff', '--diff-filter=d', ...revision]);
  const untracked = await git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  const changed = new Map<string, Lines | undefined>();
  for (const [path, lines] of readDiff(diff)) changed.set(resolve(root, path), lines);
  for (const path of untracked.split('\u0000').filter((name) => name !== ''))
    changed.set(resolve(root, path), undefined);
  const folder = await realpath(cwd);
  const absolute = (path: string): string => resolve(folder, path);
  return {
    includes: ({ id }) => changed.has(absolute(id)),
    touches(finding, origin) {
      const lines = changed.get(absolute(origin.path));
      const place = placeOf(finding, origin.path, origin);
      return lines === undefined || lines.some(({ first, last }) => first <= place.endLine && last >= place.line);
    },
  };
}

async function git(cwd: string, words: readonly string[]): Promise<string> {
  try {
    const options = { cwd, maxBuffer: LARGEST_DIFF };
    return (await run('git', ['-c', 'core.quotePath=false', ...words], options)).stdout;
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : undefined;
    throw new UsageProblem(`--changed needs git: ${told ?? String(error)}`);
  }
}

const HUNK = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/;

/** Files of a diff without context, with the lines that are new or different. */
function readDiff(diff: string): Map<string, { first: number; last: number }[]> {
  const files = new Map<string, { first: number; last: number }[]>();
  let current: { first: number; last: number }[] = [];
  let inHeader = false;
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff --git ')) inHeader = true;
    if (inHeader && line.startsWith('+++ b/')) {
      current = [];
      // git ends a name with a blank in it by a tab
      files.set(line.slice('+++ b/'.length).replace(/\t$/, ''), current);
    }
    const hunk = HUNK.exec(line);
    if (!hunk) continue;
    inHeader = false;
    const [, first = '1', count = '1'] = hunk;
    if (Number(count) > 0) current.push({ first: Number(first), last: Number(first) + Number(count) - 1 });
  }
  return files;
}
