import { dirname, relative, resolve } from 'node:path';
import { FILTER_PROFILES } from '../detect/filters/index.ts';
import { FAMILIES, type Family } from '../model/rule.ts';
import { isReportFormat, REPORT_FORMATS, type ReportFormat } from '../report/formats.ts';
import { suggestion } from '../text/closest.ts';
import type { ConfigFile } from './config-file.ts';
import { UsageProblem } from './problem.ts';
import type { Config } from './schema.ts';
import type { Flags, Output, Settings } from './settings.ts';

const DEFAULTS = {
  strict: false,
  profile: 'article',
  quiet: false,
  corpus: false,
  minSeverity: 'info',
  maxFindings: Infinity,
} as const;

const MOST_JOBS = 256;
const DEFAULT_CACHE = '.dross-cache';

const INPUT_DEFAULTS = { inputFormat: 'auto', contentFormat: 'text', textField: 'text', idField: 'id' } as const;

/**
 * Settles what a run does: a flag wins over the configuration file, the file over the default. Paths of the file start
 * from its folder, paths of flags from `cwd`. Throws `UsageProblem` when a value makes no sense.
 */
export function settle(flags: Flags, cwd: string, file?: ConfigFile): Settings {
  const config: Config = file?.config ?? {};
  const folders = { cwd, folder: file ? dirname(file.path) : cwd };
  const { overrides = [], allow = [], rules = {}, weights } = config;
  return {
    outputs: outputsOf(flags, config, folders),
    input: inputOf(flags, config, folders),
    ruleFolders: ruleFoldersOf(flags, config, folders),
    rules,
    overrides,
    allow,
    thresholds: thresholdsOf(flags, config),
    ...layer(DEFAULTS, config, flags),
    ...familiesOf(flags.families ?? config.families),
    filters: filtersOf(flags, config),
    ...languageOf(flags.language ?? config.language),
    ...(weights !== undefined && { weights: resolve(folders.folder, weights) }),
    ...baselineOf(flags, config, folders),
    ...jobsOf(flags, config),
    ...cacheOf(flags, config, folders),
    folder: folders.folder,
  };
}

/** For each key of the defaults, the value of the last layer that has one. */
function layer<T extends object>(defaults: T, ...layers: readonly object[]): Widened<T> {
  const pairs = Object.entries(defaults).map(([key, value]) => {
    const given = layers.map((entry) => (entry as Record<string, unknown>)[key]).filter((one) => one !== undefined);
    return [key, given.at(-1) ?? value];
  });
  return Object.fromEntries(pairs) as Widened<T>;
}

/** The layers are checked before they get here, so that each key holds what `Settings` says. */
type Widened<T> = { [K in keyof T]: K extends keyof Settings ? Settings[K] : K extends keyof Input ? Input[K] : never };
type Input = Settings['input'];

function ruleFoldersOf(flags: Flags, config: Config, { cwd, folder }: Folders): string[] {
  const ofFile = (config.ruleFolders ?? []).map((path) => resolve(folder, path));
  return [...ofFile, ...(flags.rules ?? []).map((path) => resolve(cwd, path))];
}

interface Folders {
  readonly cwd: string;
  readonly folder: string;
}

function baselineOf(flags: Flags, config: Config, { cwd, folder }: Folders): Pick<Settings, 'baseline'> {
  if (flags.baseline !== undefined) return { baseline: resolve(cwd, flags.baseline) };
  return config.baseline === undefined ? {} : { baseline: resolve(folder, config.baseline) };
}

function jobsOf(flags: Flags, config: Config): Pick<Settings, 'jobs'> {
  const jobs = flags.jobs ?? config.jobs;
  if (jobs === undefined) return {};
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return { jobs };
  throw new UsageProblem(`--jobs must be a whole number from 1 to ${MOST_JOBS}`);
}

/** A folder that is named is used; one that is not lies beside the configuration file. */
function cacheOf(flags: Flags, config: Config, { cwd, folder }: Folders): Pick<Settings, 'cache'> {
  if (flags.cacheFolder !== undefined) return { cache: resolve(cwd, flags.cacheFolder) };
  const asked = config.cache ?? flags.cache ?? false;
  if (asked === false && flags.cache !== true) return {};
  return { cache: resolve(folder, typeof asked === 'string' ? asked : DEFAULT_CACHE) };
}

function inputOf(flags: Flags, config: Config, folders: Folders): Input {
  return {
    ...layer(INPUT_DEFAULTS, config, config.jsonl ?? {}, flags),
    ignore: [...ignoreOf(config.ignore ?? [], folders), ...(flags.ignore ?? [])],
  };
}

/** Patterns are matched from `cwd`; those of a configuration further up mean its folder, so a leading `/` is moved. */
function ignoreOf(patterns: readonly string[], { cwd, folder }: Folders): string[] {
  const below = relative(folder, cwd).replaceAll('\\', '/');
  if (below === '' || below.startsWith('..')) return [...patterns];
  return patterns.flatMap((pattern) => {
    const anchored = pattern.replace(/^\//, '');
    if (!anchored.replace(/\/$/, '').includes('/') && !pattern.startsWith('/')) return [pattern];
    return anchored.startsWith(`${below}/`)
      ? [anchored.slice(below.length)]
      : pattern.startsWith('**/')
        ? [pattern]
        : [];
  });
}

function thresholdsOf(flags: Flags, config: Config): Settings['thresholds'] {
  const fail = flags.failUnder ?? config.failUnder ?? config.thresholds?.fail;
  const review = config.thresholds?.review;
  if (fail !== undefined && !(fail >= 0 && fail <= 100)) {
    throw new UsageProblem(`--fail-under must be a number from 0 to 100`);
  }
  return { ...(fail !== undefined && { fail }), ...(review !== undefined && { review }) };
}

function familiesOf(names: readonly string[] | undefined): Pick<Settings, 'families'> {
  if (names === undefined) return {};
  const families = names.map((name): Family => {
    const family = FAMILIES.find((known) => known === name);
    if (family === undefined) {
      throw new UsageProblem(`unknown family "${name}"${suggestion(name, FAMILIES)}; known: ${FAMILIES.join(', ')}`);
    }
    return family;
  });
  return { families };
}

/** `all` stands for all of them. */
function filtersOf(flags: Flags, config: Config): readonly string[] {
  const names = flags.filters ?? config.filters ?? [];
  if (names.includes('all')) return FILTER_PROFILES;
  const unknown = names.find((name) => !FILTER_PROFILES.some((known) => known === name));
  if (unknown === undefined) return names;
  throw new UsageProblem(
    `unknown filter "${unknown}"${suggestion(unknown, FILTER_PROFILES)}; known: all, ${FILTER_PROFILES.join(', ')}`,
  );
}

function languageOf(language: string | undefined): Pick<Settings, 'language'> {
  if (language === undefined) return {};
  try {
    return { language: Intl.getCanonicalLocales(language)[0] ?? language };
  } catch {
    throw new UsageProblem(`"${language}" is not a BCP 47 language tag such as "en" or "pt-BR"`);
  }
}

function outputsOf(flags: Flags, config: Config, folders: Folders): Output[] {
  const asked = flags.format ?? [config.format ?? 'pretty'].flat();
  const from = flags.format ? folders.cwd : folders.folder;
  const outputs = asked.map((text) => outputOf(text, from));
  checkTargets(outputs);
  return outputs;
}

function outputOf(text: string, folder: string): Output {
  const equals = text.indexOf('=');
  const name = equals === -1 ? text : text.slice(0, equals);
  const file = equals === -1 ? undefined : text.slice(equals + 1);
  if (file === '') throw new UsageProblem(`--format ${text}: name the file after "=", as in ${name}=report.txt`);
  return { format: formatOf(name), ...(file !== undefined && file !== '-' && { file: resolve(folder, file) }) };
}

function formatOf(name: string): ReportFormat {
  if (isReportFormat(name)) return name;
  const known = REPORT_FORMATS.join(', ');
  throw new UsageProblem(`unknown format "${name}"${suggestion(name, REPORT_FORMATS)}; known: ${known}`);
}

function checkTargets(outputs: readonly Output[]): void {
  const seen = new Set<string>();
  for (const { format, file } of outputs) {
    const target = file ?? '-';
    if (seen.has(target)) {
      const where = file === undefined ? 'standard output' : file;
      throw new UsageProblem(
        `two formats go to ${where}; send one to a file, as in --format ${format}=report.${format}`,
      );
    }
    seen.add(target);
  }
}
