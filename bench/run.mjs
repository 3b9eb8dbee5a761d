/**
 * `npm run bench`: measures the working tree and rewrites bench/scoreboard.md. `--quick` takes fewer rounds and writes
 * nothing; `--no-peers` leaves out the other tools. `--only=many` (or one of its parts: files, service, million) times whole runs
 * over many documents and rewrites bench/many.md. Expects a build in dist/.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const many = ['many', 'files', 'service', 'million'].some((part) => process.argv.includes(`--only=${part}`));
const outfile = join(root, '.cache', 'bench.mjs');

await build({
  absWorkingDir: root,
  entryPoints: [many ? 'bench/main-many.ts' : 'bench/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
});
execFileSync(process.execPath, [outfile, root, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
