/**
 * Learns the weights beside rules/clutter/block-model.yaml from labelled pages: `npm run learn:clutter -- FOLDER`.
 *
 * FOLDER holds *.jsonl or *.jsonl.gz files, one page a line. Pages of text, {"id", "set", "lines": [{"t": text, "y": 1 content,
 * 0 clutter or null unknown, "tag"?: element, "k"?: "title"}], "page_type"?}, make block-model.json; pages of HTML, {"id", "html",
 * "spans": [{"o": [start, end], "y"}], "page_type"?}, make block-model-html.json. The same files give the same bytes.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { builtinRules } from '../dist/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder, target = join(root, 'rules/clutter')] = process.argv.slice(2);
const found = folder === undefined || !existsSync(folder) ? [] : readPages(folder);
if (found.length === 0) {
  console.error(
    `${folder ?? 'no folder'}: no labelled pages. Name a folder with .jsonl files: npm run learn:clutter -- FOLDER`,
  );
  process.exitCode = 2;
} else await learn(found);

/** The pages of each file, files by name. */
function readPages(folder) {
  return readdirSync(folder)
    .filter((name) => /\.jsonl(?:\.gz)?$/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line))
        .filter(({ lines, html, spans }) => Array.isArray(lines) || (html !== undefined && Array.isArray(spans)));
    })
    .filter((pages) => pages.length > 0);
}

/** Clean documents of the project: lists, verse, dialogue and other forms that look like clutter and are not. */
function readWritten() {
  const folder = join(root, 'fixtures/clean');
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').trim();
      return { id: name, set: 'written', lines: text.split(/\n+/).map((t) => ({ t, y: 1 })) };
    });
}

async function learn(files) {
  const bundle = join(root, `.cache/learn-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['src/learn/index.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    const { learnClutter, learnHtml, measureUnseen } = await import(pathToFileURL(bundle).href);
    const options = { onProgress: (what) => console.error(what), rules: builtinRules() };
    const write = (name, { weights }) => writeFileSync(join(target, name), `${JSON.stringify(weights)}\n`);
    const text = files.flat().filter(({ lines }) => lines !== undefined);
    if (text.length > 0) {
      const learned = learnClutter([...text, ...readWritten()], options);
      write('block-model.json', learned);
      console.table(measureUnseen(learned));
    }
    // the order is part of what makes the bytes
    const html = files
      .toReversed()
      .flat()
      .filter(({ html }) => html !== undefined);
    if (html.length > 0) {
      const learned = learnHtml(html, options);
      write('block-model-html.json', learned);
      console.table(measureUnseen(learned));
    }
  } finally {
    rmSync(bundle);
  }
}
