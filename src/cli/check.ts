import { createComparer, type Comparer } from '../audit/index.ts';
import { isUnreadable } from '../model/source.ts';
import { locate } from '../report/locate.ts';
import { createTally, type Summary } from '../report/tally.ts';
import { InputError, listInputs, READ_DEFAULTS, type Input, type ReadOptions } from '../read/index.ts';
import { UsageProblem } from '../settings/problem.ts';
import type { Settings } from '../settings/settings.ts';
import { suggestion } from '../text/closest.ts';
import { chooseAuditors, type AuditorChoice } from '../work/auditors.ts';
import { openWorkshop, type Drafted, type Workshop } from '../work/workshop.ts';
import { commandNames } from './commands.ts';
import { listOf, type CommandContext } from './context.ts';
import { breathe, untilInterrupted } from './interrupt.ts';
import { STATUS } from './io.ts';
import { narrowRun, type Narrowing } from './narrow.ts';
import { openOutputs, type Outputs } from './outputs.ts';
import { createProgress, type Progress } from './progress.ts';
import { settleRun } from './settle-run.ts';

/** Work between two looks at signals and input, in milliseconds. */
const BREATH_MILLISECONDS = 50;

/** `dross check`: judges every document and writes the reports. Returns the exit status. */
export async function runCheck(context: CommandContext): Promise<number> {
  const { io, values, version } = context;
  const run = await settleRun(values, io);
  const { settings } = run;
  const auditors = await chooseAuditors(run, io.cwd);
  const options: ReadOptions = { ...READ_DEFAULTS, ...settings.input };
  const narrowing = await narrowRun(values, settings, io.cwd);
  const inputs = narrowing.inputs(await listPaths(listOf(values, 'paths'), options, io));
  const outputs = await openOutputs({ settings, rules: auditors.rules, version }, io);
  const progress = await createProgress(io, inputs.length);
  const comparedFor = settings.corpus ? 'all' : 'frames';
  const workshop = openWorkshop({ inputs, options, io, settings, auditors, comparedFor, version });
  const comparer = createComparer(auditors.rules, comparedFor);
  try {
    // what comes through a pipe comes once: it is compared with what came before
    if (settings.corpus && inputs.every(({ path }) => path !== undefined)) await addAll(workshop, comparer, io);
    const drafts = untilInterrupted(withProgress(workshop, progress), io.signal);
    const summary = await judge(drafts, { auditors, comparer, narrowing, outputs });
    progress.stop();
    await outputs.finish(summary);
    for (const remark of [...workshop.remarks(), ...(await narrowing.finish())]) io.stderr.write(`dross: ${remark}\n`);
    return statusOf(summary, settings);
  } catch (error) {
    await outputs.abandon();
    throw error;
  } finally {
    progress.stop();
    await workshop.close();
  }
}

/** A lone word that is no path was perhaps meant to be a command. */
async function listPaths(paths: readonly string[], options: ReadOptions, io: CommandContext['io']): Promise<Input[]> {
  try {
    return await listInputs(paths, options, io);
  } catch (error) {
    const [word = ''] = paths;
    const near = paths.length > 0 && /^[a-z]+$/.test(word) ? suggestion(word, commandNames()) : '';
    if (near !== '' && error instanceof InputError) throw new UsageProblem(`${error.message}${near}`);
    throw error;
  }
}

async function* withProgress(workshop: Workshop, progress: Progress): AsyncGenerator<Drafted> {
  let documents = 0;
  for await (const { drafted, inputsDone } of workshop.work('draft')) {
    yield drafted;
    progress.step(inputsDone, (documents += 1));
  }
}

async function addAll(workshop: Workshop, comparer: Comparer, { signal }: CommandContext['io']): Promise<void> {
  for await (const { drafted } of untilInterrupted(workshop.work('imprint'), signal)) {
    if (drafted.imprint) comparer.add(drafted.imprint);
    await breathe();
  }
}

interface Bench {
  readonly auditors: AuditorChoice;
  readonly comparer: Comparer;
  readonly narrowing: Narrowing;
  readonly outputs: Outputs;
}

async function judge(
  drafts: AsyncIterable<Drafted>,
  { auditors, comparer, narrowing, outputs }: Bench,
): Promise<Summary> {
  const tally = createTally();
  let breath = performance.now();
  for await (const { item, imprint, draft } of drafts) {
    const { result, origin } = item;
    if (isUnreadable(result)) {
      tally.addUnreadable();
      await outputs.unreadable(result, origin);
    } else if (draft !== undefined && imprint !== undefined) {
      const auditor = auditors.forDocument(result.id);
      const judged = locate(auditor.finish(draft, result, comparer.hits(imprint, auditor)), result);
      const report = narrowing.report(judged, result, origin);
      tally.add(report);
      await outputs.document(report, result, origin);
    }
    if (outputs.closed) break;
    if (performance.now() - breath > BREATH_MILLISECONDS) {
      await breathe();
      breath = performance.now();
    }
  }
  return tally.summary();
}

function statusOf({ verdicts, unreadable }: Summary, { strict }: Settings): number {
  if (unreadable > 0) return STATUS.impossible;
  return verdicts.fail > 0 || (strict && verdicts.review > 0) ? STATUS.failed : STATUS.passed;
}
