import { relative, sep } from 'node:path';

/** Builds the test for patterns in `.gitignore` notation; a file outside `cwd` is never ignored. */
export async function compileIgnore(
  patterns: readonly string[],
  cwd: string,
): Promise<(absolutePath: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { default: ignore } = await import('ignore');
  const matcher = ignore().add([...patterns]);
  return (absolutePath) => {
    const path = relative(cwd, absolutePath).split(sep).join('/');
    return ignore.isPathValid(path) && matcher.ignores(path);
  };
}
