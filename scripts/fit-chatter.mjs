/**
 * Learns rules/chatter/weights.json from labelled texts: `npm run fit:chatter -- FOLDER [--folds 5]`.
 *
 * FOLDER holds *.jsonl or *.jsonl.gz files, one text a line: {"id", "text", "format": "text" or "markdown", "label": "leak" or "clean",
 * "leak": the exact words, "lang"}. The examples of the rules are learned from as well. Weights are drawn to weights-by-hand.json, which
 * also says which there are. The same files give the same bytes.
 *
 * With --folds, cross-validation by wording comes first: leaks that share wording are in one fold, and each fold is judged by weights, and by
 * tables of phrases, that have not seen it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importSource, root } from './bundle.mjs';
import { readRecordFiles } from './labelled-files.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { folds: { type: 'string' } } });
const [folder, target = join(root, 'rules/chatter/weights.json')] = positionals;
fit(await importSource(`export * from './src/learn/index.ts'; export { loadRules } from './src/rules/load.ts';`));

function fit(learn) {
  const records = readRecordFiles(folder).flat().filter(learn.isChatterRecord);
  if (records.length === 0) {
    console.error(
      `${folder ?? 'no folder'}: no labelled texts. Name a folder with .jsonl files: npm run fit:chatter -- FOLDER`,
    );
    process.exitCode = 2;
    return;
  }
  const rules = learn.loadRules(join(root, 'rules')).filter(({ family }) => family === 'chatter');
  const own = rules.flatMap(learn.recordsOfExamples);
  const byHand = JSON.parse(readFileSync(join(root, 'rules/chatter/weights-by-hand.json'), 'utf8'));
  if (values.folds !== undefined) {
    const input = { rules, records, own, independent: readUnseen(learn), byHand, folds: Number(values.folds) };
    console.table(learn.measureUnseenWording(input));
  }
  const weights = learn.fitChatter(rules, [...records, ...own].map(learn.readChatterDocument), byHand);
  writeFileSync(target, `${JSON.stringify(weights, undefined, 1)}\n`);
  const fitted = learn.withWeights(rules, weights);
  console.table({
    'seen in learning': learn.measureChatter(fitted, records),
    examples: learn.measureChatter(fitted, own),
  });
}

/** Sentences that were written before anybody looked at the tables. */
function readUnseen(learn) {
  const place = join(root, 'tests/chatter');
  const read = (name) => readFileSync(join(place, name), 'utf8');
  return readdirSync(place)
    .filter((name) => /^unseen-.*\.tsv$/.test(name))
    .sort()
    .flatMap((name) => learn.readUnseenList(read(name), read('hosts.tsv')));
}
