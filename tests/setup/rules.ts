import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { loadRules, packRules } from '../../src/rules/load.ts';

/** Tests see rules and workers as they are now, whether or not the project was built since. */
export async function setup(): Promise<void> {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/rules.json', JSON.stringify(packRules(loadRules('rules'))));
  await build({
    entryPoints: ['src/work/worker.ts'],
    outfile: 'dist/worker.js',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
  });
}
