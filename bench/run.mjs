/**
 * `npm run bench`: measures the working tree and rewrites bench/scoreboard.md. `--quick` takes fewer rounds and writes
 * nothing; `--no-peers` leaves out the other tools. `--only=peers` measures one part (text, html, peers, startup, memory) and writes
 * nothing; `--pages=FILE` takes the `html` of a JSONL file instead of generated pages, and writes nothing. `--only=many` (or one of
 * its parts: files, service, million) times whole runs over many documents and rewrites bench/many.md. Expects a build in dist/.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling, root } from '../scripts/bundle.mjs';

const many = ['many', 'files', 'service', 'million'].some((part) => process.argv.includes(`--only=${part}`));
const outfile = join(root, '.cache', 'bench.mjs');

await build({ ...bundling, entryPoints: [many ? 'bench/main-many.ts' : 'bench/main.ts'], outfile });
execFileSync(process.execPath, [outfile, root, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
