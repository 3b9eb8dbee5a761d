/** How the sources in TypeScript are bundled for Node, the same way by every script. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Options of esbuild; packages stay where npm put them. */
export const bundling = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
};

/** Bundles TypeScript that imports from `./src/…`, imports the bundle and removes its file. */
export async function importSource(contents) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  // inside the project, so that its packages are found
  const folder = mkdtempSync(join(root, '.cache/bundle-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    await build({ ...bundling, stdin: { contents, resolveDir: root, loader: 'ts' }, outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
