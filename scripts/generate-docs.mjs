/** Writes the generated pages under docs/; with --check it only says whether they are as they should be. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const folder = mkdtempSync(join(root, '.docs-'));
try {
  const outfile = join(folder, 'pages.mjs');
  const contents = "export { loadRules } from './src/rules/load.ts'; export { rulesPage } from './src/rules/page.ts';";
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
  });
  const { loadRules, rulesPage } = await import(pathToFileURL(outfile).href);
  settle('docs/rules.md', rulesPage(loadRules('rules')));
} finally {
  rmSync(folder, { recursive: true });
}

function settle(file, wanted) {
  const current = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (current === wanted) return;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, wanted);
    process.stdout.write(`wrote ${file}\n`);
    return;
  }
  process.stderr.write(`${file} is not what the rules say: run "npm run docs"\n`);
  process.exitCode = 1;
}
