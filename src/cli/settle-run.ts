import { resolve } from 'node:path';
import type { ConfigFile } from '../settings/config-file.ts';
import { settle } from '../settings/settle.ts';
import { findConfigPath } from '../settings/find-config.ts';
import type { Settings } from '../settings/settings.ts';
import type { Values } from './arguments.ts';
import { readFlags } from './flags.ts';
import type { Io } from './io.ts';

export interface SettledRun {
  readonly settings: Settings;
  /** The configuration file, when there is one. */
  readonly file?: ConfigFile;
}

/** Settings of a run from its flags and the configuration file that holds for the current folder. */
export async function settleRun(values: Values, io: Io): Promise<SettledRun> {
  const flags = readFlags(values);
  const path = flags.useConfig === false ? undefined : configPath(flags.config, io.cwd);
  if (path === undefined) return { settings: settle(flags, io.cwd) };
  // the checks of a configuration file are only loaded when there is one
  const { readConfigFile } = await import('../settings/config-file.ts');
  const file = readConfigFile(path, io.cwd);
  return { settings: settle(flags, io.cwd, file), file };
}

function configPath(named: string | undefined, cwd: string): string | undefined {
  return named === undefined ? findConfigPath(cwd) : resolve(cwd, named);
}
