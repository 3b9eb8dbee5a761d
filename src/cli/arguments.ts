import { yargs, type Argv, type Options } from './command-line-library.ts';
import { UsageProblem } from '../settings/problem.ts';
import { suggestion } from '../text/closest.ts';
import { COMMANDS, type Command } from './commands.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What was typed: a command with its values, or a text to print (help, version). */
export type Invocation =
  | { readonly command: string; readonly values: Values }
  | { readonly command: undefined; readonly text: string };

const WIDEST = 80;

/** Reads a command line. Throws `UsageProblem` for unknown flags, missing values and values that are not on offer. */
export async function parseArguments(
  argv: readonly string[],
  about: { readonly version: string; readonly columns: number | undefined },
): Promise<Invocation> {
  let chosen: { command: string; values: Values } | undefined;
  let parser = createParser(argv, about);
  for (const command of COMMANDS) {
    parser = parser.command(
      command.isDefault ? [command.usage, '$0'] : command.usage,
      command.describe,
      (inner) => addOptions(inner, command),
      (values) => {
        chosen = { command: command.name, values: restoreDashes(values) };
      },
    );
  }
  let text = '';
  await parser.parseAsync(argv.map(protectDash), {}, (_error: unknown, _values: unknown, output: string) => {
    text = output;
  });
  if (text !== '' || chosen === undefined) return { command: undefined, text: `${text}\n` };
  checkValues(chosen.values, optionsOf(COMMANDS.find((command) => command.name === chosen?.command)));
  return chosen;
}

/** yargs 18 drops a lone `-` among variadic positionals. */
const PROTECTED_DASH = '\u0001-';

function protectDash(word: string): string {
  return word === '-' ? PROTECTED_DASH : word;
}

function restoreDashes(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(restoreDash) : restoreDash(value),
  ]);
  return Object.fromEntries(entries) as Values;
}

function restoreDash(value: unknown): unknown {
  return value === PROTECTED_DASH ? '-' : value;
}

function createParser(argv: readonly string[], about: { version: string; columns: number | undefined }): Argv {
  return (
    yargs([...argv])
      .scriptName('dross')
      .locale('en')
      .usage('$0 <command> [paths..]\n\nFinds what does not belong in a text: where, why and how sure.')
      .parserConfiguration({
        'boolean-negation': false,
        'dot-notation': false,
        'parse-positional-numbers': false,
        'populate--': false,
      })
      .strict()
      .exitProcess(false)
      .version(about.version)
      .help()
      .alias('h', 'help')
      // answers the scripts of `dross completion`; the command itself is ours
      .completion('yargs-completion', false)
      .hide('version')
      .wrap(Math.min(WIDEST, about.columns ?? WIDEST))
      .fail((message: string | null, error: Error | undefined) => {
        throw error instanceof UsageProblem ? error : new UsageProblem(describe(message ?? error?.message ?? '', argv));
      })
      .epilogue('Exit status: 0 all passed, 1 some failed, 2 the job could not be done.')
  );
}

function addOptions(parser: Argv, command: Command): Argv {
  let extended = parser;
  for (const [name, positional] of Object.entries(command.positionals ?? {})) {
    extended = extended.positional(name, positional);
  }
  for (const { title, options } of command.groups) {
    for (const [name, option] of Object.entries(options)) {
      extended = extended.option(name, {
        ...withoutChoices(option),
        group: title,
        requiresArg: option.type !== 'boolean',
      });
    }
  }
  return command.examples.reduce((inner, [line, what]) => inner.example(line, what), extended);
}

/** Choices stand in the description, since yargs would list them in a way that breaks at 80 columns. */
function withoutChoices({ choices, ...option }: Options): Options {
  if (!choices) return option;
  return { ...option, describe: `${option.describe ?? ''}: ${choices.join(', ')}` };
}

function optionsOf(command: Command | undefined): Record<string, Options> {
  return Object.assign({}, ...(command?.groups ?? []).map((group) => group.options)) as Record<string, Options>;
}

function checkValues(values: Values, options: Record<string, Options>): void {
  for (const [name, { choices, type }] of Object.entries(options)) {
    const value = values[name];
    if (value === undefined) continue;
    if (Array.isArray(value) && type === 'number') throw new UsageProblem(`--${name} is given more than once`);
    if (type === 'number' && !Number.isFinite(value)) throw new UsageProblem(`--${name} needs a number`);
    if (choices) checkChoice(name, value, choices.map(String));
  }
}

function checkChoice(name: string, value: unknown, choices: readonly string[]): void {
  if (Array.isArray(value)) throw new UsageProblem(`--${name} is given more than once`);
  if (choices.includes(String(value))) return;
  const known = choices.join(', ');
  throw new UsageProblem(
    `--${name} cannot be "${String(value)}"${suggestion(String(value), choices)}; known: ${known}`,
  );
}

const UNKNOWN = /^Unknown arguments?: (.*)$/s;
const MISSING_VALUE = /^Not enough arguments following: (.*)$/s;

function describe(message: string, argv: readonly string[]): string {
  const unknown = UNKNOWN.exec(message)?.[1]
    ?.split(', ')
    .find((name) => flagIn(argv, name) !== undefined);
  if (unknown !== undefined) {
    const flag = flagIn(argv, unknown) ?? `--${unknown}`;
    const command = commandIn(argv);
    const hint = suggestion(unknown, Object.keys(optionsOf(command))).replace(/"(.*)"/, '"--$1"');
    const help = ['dross', ...(command === undefined || command.isDefault ? [] : [command.name]), '--help'].join(' ');
    return `unknown flag ${flag}${hint}; "${help}" lists them`;
  }
  const missing = MISSING_VALUE.exec(message)?.[1];
  if (missing !== undefined) return `--${missing} needs a value`;
  return message.replace(/\s*\n\s*/g, ' ').trim();
}

function flagIn(argv: readonly string[], name: string): string | undefined {
  return argv.map((word) => word.replace(/=.*$/s, '')).find((word) => word === `--${name}` || word === `-${name}`);
}

/** The command that was typed, or the one that needs no name. */
function commandIn(argv: readonly string[]): Command | undefined {
  const first = argv.find((word) => !word.startsWith('-'));
  return COMMANDS.find(({ name }) => name === first) ?? COMMANDS.find(({ isDefault }) => isDefault);
}
