import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FEWEST_PAGES, fitWeights, LabelProblem, type Figures } from '../learn/index.ts';
import { builtinRules } from '../rules/index.ts';
import { listOf, type CommandContext } from './context.ts';
import { STATUS } from './io.ts';
import { printText } from './print-text.ts';
import { readLabelled } from './read-labelled.ts';

const DEFAULT_FILE = 'dross.weights.json';

/** `dross fit <labelled..>`: learns the block model from the user's own labels and writes a weights file. */
export async function runFit({ io, values }: CommandContext): Promise<number> {
  const { text, html } = readLabelled(listOf(values, 'labelled'), io.cwd);
  if (text.length < FEWEST_PAGES && html.length < FEWEST_PAGES) {
    const found = `${text.length} pages of text and ${html.length} of HTML`;
    throw new LabelProblem(`Only ${found} have labelled lines; fitting needs at least ${FEWEST_PAGES} of a kind.`);
  }
  const onProgress = (what: string): void => {
    if (io.stderrIsTerminal) io.stderr.write(`${what}\n`);
  };
  const { file, figures } = fitWeights({ text, html }, { onProgress, rules: builtinRules() });
  const target = typeof values['output'] === 'string' ? values['output'] : DEFAULT_FILE;
  writeFileSync(resolve(io.cwd, target), `${JSON.stringify(file)}\n`);
  await printText(`${figures.map(describe).join('\n')}\nwrote ${target}; use it with "weights: ${target}"\n`, io);
  return STATUS.passed;
}

function describe({ set, pages, precision, recall, f1, contentFlagged }: Figures): string {
  return `${set}: ${pages} pages, cross-validated by page: precision ${precision}, recall ${recall}, F1 ${f1}, content flagged ${contentFlagged}`;
}
