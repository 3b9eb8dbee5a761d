import type { CommandContext } from './context.ts';
import { Interruption, STATUS, type Io } from './io.ts';
import { version } from './version.ts';

type RunCommand = (context: CommandContext) => Promise<number>;

/** Each command's module is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<RunCommand>>> = {
  check: async () => (await import('./check.ts')).runCheck,
  clean: async () => (await import('./clean.ts')).runClean,
  rules: async () => (await import('./list-rules.ts')).runRules,
  explain: async () => (await import('./explain.ts')).runExplain,
  corpus: async () => (await import('./corpus.ts')).runCorpus,
  eval: async () => (await import('./eval.ts')).runEval,
  fit: async () => (await import('./fit.ts')).runFit,
  serve: async () => (await import('./serve.ts')).runServe,
  completion: async () => (await import('./completion.ts')).runCompletion,
  init: async () => (await import('./init.ts')).runInit,
};

/**
 * Runs a command line. Returns the exit status: 0 every document passed, 1 some failed, 2 the job could not be done,
 * 130 interrupted. What goes wrong is told in one line on standard error; never throws, never ends the process.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof Interruption) return STATUS.interrupted;
    io.stderr.write(`dross: ${describe(error, io)}\n`);
    return STATUS.impossible;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) return print(`${version()}\n`, io);
  const { parseArguments } = await import('./arguments.ts');
  const invocation = await parseArguments(argv, { version: version(), columns: io.columns });
  if (invocation.command === undefined) return print(invocation.text, io);
  const command = await COMMANDS[invocation.command]?.();
  if (command === undefined) throw new Error(`no command "${invocation.command}"`);
  return command({ io, values: invocation.values, version: version() });
}

async function print(text: string, io: Io): Promise<number> {
  const { printText } = await import('./print-text.ts');
  await printText(text, io);
  return STATUS.passed;
}

/** One line, unless `DROSS_DEBUG` asks for all there is. */
function describe(error: unknown, io: Io): string {
  if (!(error instanceof Error)) return String(error);
  if (io.env['DROSS_DEBUG']) return error.stack ?? error.message;
  return error.message.replace(/\s*\n\s*/g, ' ').trim();
}
