import { checkExamples } from '../audit/index.ts';
import type { Rule } from '../model/rule.ts';
import { createPaint, type Paint } from '../report/paint.ts';
import { configureRules, isRuleName, namesRule, ruleNames } from '../settings/configure-rules.ts';
import { UsageProblem } from '../settings/problem.ts';
import { suggestion } from '../text/closest.ts';
import { listOf, type CommandContext } from './context.ts';
import { gatherRules } from '../work/gather-rules.ts';
import { STATUS } from './io.ts';
import { wantsColours } from './outputs.ts';
import { printText } from './print-text.ts';
import { settleRun } from './settle-run.ts';

/** `dross rules [ids..]`: a table of the rules in use, all of them as JSON, or a run of their examples. */
export async function runRules({ io, values }: CommandContext): Promise<number> {
  const { settings } = await settleRun(values, io);
  const known = await gatherRules(settings.ruleFolders);
  const rules = select(configureRules(known, settings), known, listOf(values, 'ids'));
  if (values['test'] === true) return testRules(rules, io);
  const text = values['json'] === true ? `${JSON.stringify(rules, null, 2)}\n` : table(rules, paintFor(io));
  await printText(text, io);
  return STATUS.passed;
}

function paintFor(io: CommandContext['io']): Paint {
  return createPaint(wantsColours(io, io.stdoutIsTerminal));
}

function select(rules: readonly Rule[], known: readonly Rule[], names: readonly string[]): readonly Rule[] {
  for (const name of names) {
    if (isRuleName(name, known)) continue;
    throw new UsageProblem(`no rule "${name}"${suggestion(name, ruleNames(known))}; "dross rules" lists them`);
  }
  return names.length === 0 ? rules : rules.filter((rule) => names.some((name) => namesRule(name, rule.id)));
}

function table(rules: readonly Rule[], paint: Paint): string {
  const width = Math.max(0, ...rules.map((rule) => rule.id.length));
  const rows = rules.map((rule) => {
    const severity = paint.severity[rule.severity](rule.severity.padEnd('warning'.length));
    return `${rule.id.padEnd(width)}  ${severity}  ${rule.title}`;
  });
  return `${rows.join('\n')}\n${rules.length} rules; "dross explain <id>" tells more\n`;
}

async function testRules(rules: readonly Rule[], io: CommandContext['io']): Promise<number> {
  const complaints = rules.flatMap((rule) => checkExamples(rule).map((complaint) => `${rule.id}: ${complaint}`));
  const examples = rules.reduce((sum, rule) => sum + Object.values(rule.examples).flat().length, 0);
  const summary = `${examples} examples of ${rules.length} rules: ${complaints.length || 'no'} complaints`;
  await printText(`${[...complaints, summary].join('\n')}\n`, io);
  return complaints.length === 0 ? STATUS.passed : STATUS.failed;
}
