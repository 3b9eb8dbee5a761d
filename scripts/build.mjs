/** Builds dist/: the program and the library (esbuild), the rules as one file, the types (tsc). */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling, importSource, root } from './bundle.mjs';

const target = process.argv.find((word) => word.startsWith('--out='))?.slice('--out='.length) ?? 'dist';
const dist = join(root, target);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const entryPoints = { bin: 'src/bin.ts', index: 'src/index.ts', worker: 'src/work/worker.ts' };
await build({ ...bundling, entryPoints, outdir: dist, splitting: true, chunkNames: 'chunk-[hash]' });
await writeRules();
await writeConfigSchema();
if (!process.argv.includes('--no-types')) writeTypes();

/** The YAML reader runs once, here: what it refuses never ships. */
async function writeRules() {
  const { loadRules, packRules } = await importSource("export * from './src/rules/load.ts';");
  writeFileSync(join(dist, 'rules.json'), JSON.stringify(packRules(loadRules('rules'))));
}

/** The schema editors check a configuration file against, made from the one the tool itself checks with. */
async function writeConfigSchema() {
  const { configJsonSchema } = await importSource("export * from './src/settings/schema.ts';");
  writeFileSync(join(dist, 'config.schema.json'), `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
}

function writeTypes() {
  const types = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', 'dist/types'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', ...types], { cwd: root, stdio: 'inherit' });
}
