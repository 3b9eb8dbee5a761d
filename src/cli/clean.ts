import type { CleanForm } from '../clean/index.ts';
import type { Rule } from '../model/rule.ts';
import { isUnreadable, type Source } from '../model/source.ts';
import { listInputs, readInput, READ_DEFAULTS, type Input, type ReadItem, type ReadOptions } from '../read/index.ts';
import { UsageProblem } from '../settings/problem.ts';
import { chooseAuditors } from '../work/auditors.ts';
import { createCleaner, type Cleaned } from './clean-document.ts';
import { listOf, type CommandContext } from './context.ts';
import { unifiedDiff } from './diff-library.ts';
import { untilInterrupted } from './interrupt.ts';
import { STATUS, type Io } from './io.ts';
import { openReplacement } from './replace-file.ts';
import { settleRun } from './settle-run.ts';
import { createStreamSink, type Sink } from './stream-sink.ts';

interface Bench {
  readonly io: Io;
  readonly options: ReadOptions;
  readonly values: CommandContext['values'];
  cleaned(source: Source): Cleaned;
}

/** `dross clean`: the documents without their dross. Returns the exit status. */
export async function runClean({ io, values }: CommandContext): Promise<number> {
  checkModes(values);
  const run = await settleRun(values, io);
  const { settings } = run;
  const auditors = await chooseAuditors(run, io.cwd);
  const options: ReadOptions = { ...READ_DEFAULTS, ...settings.input };
  const inputs = await listInputs(listOf(values, 'paths'), options, io);
  const to = values['to'] as CleanForm | undefined;
  const clean = createCleaner({
    rules: auditors.rules,
    ...(settings.families && { families: settings.families }),
    keep: readKept(values['keep'], auditors.rules),
    ...(to && { to }),
  });
  const bench = { io, options, values, cleaned: (source: Source) => clean(source, auditors.forDocument(source.id)) };
  return values['write'] === true ? replaceAll(inputs, bench) : printAll(inputs, bench);
}

/** Rule ids, or their names without the family. */
function readKept(value: unknown, rules: readonly Rule[]): ReadonlySet<string> {
  const names = value === undefined ? [] : String(value).split(',');
  const kept = names.map((name) => {
    const wanted = name.trim();
    const rule = rules.find(({ id }) => id === wanted || id.endsWith(`/${wanted}`));
    if (rule === undefined) throw new UsageProblem(`--keep: no rule "${wanted}"; "dross rules" lists them`);
    return rule.id;
  });
  return new Set(kept);
}

function checkModes(values: CommandContext['values']): void {
  if (values['diff'] === true && values['write'] === true)
    throw new UsageProblem('--diff only shows: leave out --write');
  if (values['backup'] === true && values['write'] !== true) throw new UsageProblem('--backup goes with --write');
}

async function printAll(inputs: readonly Input[], bench: Bench): Promise<number> {
  const sink = createStreamSink(bench.io.stdout, 'standard output');
  let status: number = STATUS.passed;
  for (const input of inputs) {
    if (!(await cleanInput(input, sink, bench))) status = STATUS.impossible;
    if (sink.closed) break;
  }
  await sink.finish();
  return status;
}

/** Each file is replaced when all of it was read, and stays as it was when something in it could not be. */
async function replaceAll(inputs: readonly Input[], bench: Bench): Promise<number> {
  let status: number = STATUS.passed;
  for (const input of inputs) {
    if (!(await replaceInput(input, bench))) status = STATUS.impossible;
  }
  return status;
}

async function replaceInput(input: Input, bench: Bench): Promise<boolean> {
  let sink: Sink | undefined;
  try {
    for await (const item of untilInterrupted(readInput(input, bench.options, bench.io), bench.io.signal)) {
      sink ??= await openReplacement(item.origin, { cwd: bench.io.cwd, backup: bench.values['backup'] === true });
      const text = cleanItem(item, bench);
      if (text === undefined) throw new UsageProblem(`${input.id} was left as it is`);
      await sink.write(text);
    }
    await sink?.finish();
    return true;
  } catch (error) {
    await sink?.abandon();
    if (!(error instanceof UsageProblem)) throw error;
    bench.io.stderr.write(`dross: ${error.message}\n`);
    return false;
  }
}

async function cleanInput(input: Input, sink: Sink, bench: Bench): Promise<boolean> {
  let complete = true;
  for await (const item of untilInterrupted(readInput(input, bench.options, bench.io), bench.io.signal)) {
    const text = cleanItem(item, bench);
    if (text === undefined) complete = false;
    else await sink.write(text);
    if (sink.closed) break;
  }
  return complete;
}

/** The text to write for one document; nothing, and a line on standard error, when it could not be read. */
function cleanItem({ result, record }: ReadItem, { io, values, options, cleaned }: Bench): string | undefined {
  if (isUnreadable(result)) {
    io.stderr.write(`dross: ${result.error.message}\n`);
    return undefined;
  }
  const { text, cut } = cleaned(result);
  if (values['diff'] === true) return unifiedDiff(result.id, result.text, cut);
  if (record) return `${JSON.stringify({ ...record, [options.textField]: text })}\n`;
  if (values['write'] === true) return result.format === 'html' && values['to'] === undefined ? cut : text;
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
