/** Builds dist/: the program and the library (esbuild), the rules as one file, the types (tsc). */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = process.argv.find((word) => word.startsWith('--out='))?.slice('--out='.length) ?? 'dist';
const dist = join(root, target);
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const entryPoints = { bin: 'src/bin.ts', index: 'src/index.ts', worker: 'src/work/worker.ts' };
await build({ ...options, entryPoints, outdir: dist, splitting: true, chunkNames: 'chunk-[hash]' });
await writeRules();
await writeConfigSchema();
if (!process.argv.includes('--no-types')) writeTypes();

/** The YAML reader runs once, here: what it refuses never ships. */
async function writeRules() {
  const compiler = join(dist, 'compile-rules.mjs');
  await build({ ...options, entryPoints: ['src/rules/load.ts'], outfile: compiler });
  try {
    const { loadRules, packRules } = await import(`${pathToFileURL(compiler).href}?${Date.now()}`);
    writeFileSync(join(dist, 'rules.json'), JSON.stringify(packRules(loadRules('rules'))));
  } finally {
    rmSync(compiler);
  }
}

/** The schema editors check a configuration file against, made from the one the tool itself checks with. */
async function writeConfigSchema() {
  const maker = join(dist, 'config-schema.mjs');
  await build({ ...options, entryPoints: ['src/settings/schema.ts'], outfile: maker });
  try {
    const { configJsonSchema } = await import(`${pathToFileURL(maker).href}?${Date.now()}`);
    writeFileSync(join(dist, 'config.schema.json'), `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  } finally {
    rmSync(maker);
  }
}

function writeTypes() {
  const types = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', 'dist/types'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', ...types], { cwd: root, stdio: 'inherit' });
}
