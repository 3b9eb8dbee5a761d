import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';

/** Where document ids start from, and where the globs of the configuration do. */
export interface GlobBase {
  readonly cwd: string;
  readonly folder: string;
}

/**
 * The test whether a document's id matches one of some globs. A path is compared as seen from the configuration file's
 * folder; the id of a JSONL record as it stands. A glob without `/` matches the name in any folder.
 */
export function createGlobTest(globs: readonly string[], base: GlobBase): (id: string) => boolean {
  const matches = picomatch(globs.map(anywhere), { dot: true });
  return (id) => matches(id) || matches(relative(base.folder, resolve(base.cwd, id)).split(sep).join('/'));
}

function anywhere(glob: string): string {
  if (glob.includes('/')) return glob.replace(/^\.?\//, '');
  return glob.startsWith('!') ? `!**/${glob.slice(1)}` : `**/${glob}`;
}
