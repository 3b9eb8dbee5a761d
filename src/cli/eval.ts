import { evaluate, type FamilyScore, type Interval } from '../learn/index.ts';
import { listOf, type CommandContext } from './context.ts';
import { chooseAuditors } from '../work/auditors.ts';
import { STATUS } from './io.ts';
import { printText } from './print-text.ts';
import { readLabelled } from './read-labelled.ts';
import { settleRun } from './settle-run.ts';

/** `dross eval <labelled..>`: precision and recall by family on the user's own labels. */
export async function runEval({ io, values }: CommandContext): Promise<number> {
  const run = await settleRun(values, io);
  const auditors = await chooseAuditors(run, io.cwd);
  const { documents } = readLabelled(listOf(values, 'labelled'), io.cwd);
  const scores = evaluate(documents, (source) => auditors.forDocument(source.id).audit(source));
  const text = values['json'] === true ? `${JSON.stringify(scores, null, 2)}\n` : table(scores);
  await printText(text, io);
  return STATUS.passed;
}

const HEADS = ['family', 'documents', 'places', 'precision', 'recall', 'F1', 'sound text flagged'];

function table(scores: readonly FamilyScore[]): string {
  const rows = scores.map((score) => [
    score.family,
    String(score.documents),
    String(score.places),
    show(score.precision),
    show(score.recall),
    show(score.f1),
    show(score.soundFlagged),
  ]);
  const widths = HEADS.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)));
  const lines = [HEADS, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\nby code units, with 95 % bootstrap intervals over documents\n`;
}

const DIGITS = 3;

function show({ value, low, high }: Interval): string {
  return `${value.toFixed(DIGITS)} (${low.toFixed(DIGITS)}–${high.toFixed(DIGITS)})`;
}
