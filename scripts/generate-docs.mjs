/** Writes the generated pages under docs/; with --check it only says whether they are as they should be. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { importSource, root } from './bundle.mjs';

process.chdir(root);
const { loadRules, rulesPage } = await importSource(
  "export { loadRules } from './src/rules/load.ts'; export { rulesPage } from './src/rules/page.ts';",
);
settle('docs/rules.md', rulesPage(loadRules('rules')));

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
