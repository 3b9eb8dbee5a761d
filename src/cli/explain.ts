import { rulePage } from '../rules/page.ts';
import { createPaint } from '../report/paint.ts';
import { UsageProblem } from '../settings/problem.ts';
import { suggestion } from '../text/closest.ts';
import type { CommandContext } from './context.ts';
import { gatherRules } from '../work/gather-rules.ts';
import { STATUS } from './io.ts';
import { wantsColours } from './outputs.ts';
import { printText } from './print-text.ts';
import { settleRun } from './settle-run.ts';

/** `dross explain <id>`: a rule's page. */
export async function runExplain({ io, values }: CommandContext): Promise<number> {
  const { settings } = await settleRun(values, io);
  const rules = await gatherRules(settings.ruleFolders);
  const id = String(values['id']);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const known = rules.map((candidate) => candidate.id);
    throw new UsageProblem(`no rule "${id}"${suggestion(id, known)}; "dross rules" lists them`);
  }
  const paint = createPaint(wantsColours(io, io.stdoutIsTerminal));
  const page = rulePage(rule).replace(/^#+ (.*)$/m, (_, title: string) => paint.strong(title));
  await printText(`${page}\n`, io);
  return STATUS.passed;
}
