import type { Options } from 'globby';

/** Folders that never hold anyone's texts. */
const NEVER_WALKED = ['**/node_modules/**', '**/.git/**'];

/**
 * Files below `directory` that match a glob, as paths relative to it with `/`, in code unit order. `.gitignore` files are
 * respected, hidden files and symbolic links are left out. Rejects with the file system's error when a folder cannot be
 * listed, unless `tolerant`, which leaves such folders out.
 */
export async function walk(directory: string, pattern: string, tolerant = false): Promise<string[]> {
  const { globby } = await import('globby');
  const options: Options = {
    cwd: directory,
    gitignore: true,
    expandDirectories: false,
    onlyFiles: true,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    suppressErrors: tolerant,
    ignore: NEVER_WALKED,
  };
  return (await globby(pattern, options)).sort();
}
