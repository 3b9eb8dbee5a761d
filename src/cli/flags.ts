import type { Flags } from '../settings/settings.ts';
import type { Values } from './arguments.ts';

/** Flags that may be given several times. */
const REPEATABLE = ['format', 'rules', 'ignore'];
const LISTS = ['families', 'filters'];
const SINGLE = [
  ['config', 'config'],
  ['fail-under', 'failUnder'],
  ['strict', 'strict'],
  ['quiet', 'quiet'],
  ['min-severity', 'minSeverity'],
  ['max-findings', 'maxFindings'],
  ['language', 'language'],
  ['profile', 'profile'],
  ['input-format', 'inputFormat'],
  ['content-format', 'contentFormat'],
  ['text-field', 'textField'],
  ['id-field', 'idField'],
  ['corpus', 'corpus'],
  ['baseline', 'baseline'],
  ['jobs', 'jobs'],
  ['cache', 'cache'],
  ['cache-folder', 'cacheFolder'],
] as const;

/** The values of the command line by the names of the settings; `parseArguments` has checked their types. */
export function readFlags(values: Values): Flags {
  const entries: [string, unknown][] = [];
  for (const name of REPEATABLE) if (values[name] !== undefined) entries.push([name, [values[name]].flat()]);
  for (const name of LISTS) if (values[name] !== undefined) entries.push([name, splitList(values[name])]);
  for (const [name, key] of SINGLE) {
    const value = [values[name]].flat().at(-1);
    if (value !== undefined) entries.push([key, value]);
  }
  if (values['no-config'] === true) entries.push(['useConfig', false]);
  return Object.fromEntries(entries) as Flags;
}

function splitList(value: unknown): string[] {
  return [value]
    .flat()
    .flatMap((text) => String(text).split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
