import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Names of the configuration file, in the order they are looked for. */
export const CONFIG_NAMES = ['dross.config.yaml', 'dross.config.yml', 'dross.config.json'];

/** The configuration file of a folder: the nearest one, upwards. */
export function findConfigPath(folder: string): string | undefined {
  let here = resolve(folder);
  for (;;) {
    const found = CONFIG_NAMES.map((name) => join(here, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    const above = dirname(here);
    if (above === here) return undefined;
    here = above;
  }
}
