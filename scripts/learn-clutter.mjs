/**
 * Learns the weights beside rules/clutter/block-model.yaml from labelled pages: `npm run learn:clutter -- FOLDER`.
 *
 * FOLDER holds *.jsonl or *.jsonl.gz files, one page a line. Pages of text, {"id", "set", "lines": [{"t": text, "y": 1 content,
 * 0 clutter or null unknown, "tag"?: element, "k"?: "title"}], "page_type"?}, make block-model.json; pages of HTML, {"id", "html",
 * "spans": [{"o": [start, end], "y"}], "page_type"?}, make block-model-html.json. The same files give the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinRules } from '../dist/index.js';
import { importSource, root } from './bundle.mjs';
import { readRecordFiles } from './labelled-files.mjs';

const [folder, target = join(root, 'rules/clutter')] = process.argv.slice(2);
const files = readRecordFiles(folder)
  .map((records) => records.filter(isPage))
  .filter((pages) => pages.length > 0);
if (files.length === 0) {
  console.error(
    `${folder ?? 'no folder'}: no labelled pages. Name a folder with .jsonl files: npm run learn:clutter -- FOLDER`,
  );
  process.exitCode = 2;
} else await learn();

function isPage({ lines, html, spans }) {
  return Array.isArray(lines) || (html !== undefined && Array.isArray(spans));
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

function writeWeights(name, { weights }) {
  writeFileSync(join(target, name), `${JSON.stringify(weights)}\n`);
}

async function learn() {
  const { learnClutter, learnHtml, measureUnseen } = await importSource("export * from './src/learn/index.ts';");
  const options = { onProgress: (what) => console.error(what), rules: builtinRules() };
  const text = files.flat().filter(({ lines }) => lines !== undefined);
  if (text.length > 0) {
    const learned = learnClutter([...text, ...readWritten()], options);
    writeWeights('block-model.json', learned);
    console.table(measureUnseen(learned));
  }
  // the order is part of what makes the bytes
  const html = files
    .toReversed()
    .flat()
    .filter((page) => page.html !== undefined);
  if (html.length > 0) {
    const learned = learnHtml(html, options);
    writeWeights('block-model-html.json', learned);
    console.table(measureUnseen(learned));
  }
}
