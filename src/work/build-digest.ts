import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { once } from '../text/once.ts';

/**
 * Stands for the program as it is now, also between two versions: names and sizes of its files, and in the names of built
 * files is a hash of what they hold.
 */
export const buildDigest = once((): string => {
  const folder = new URL('.', import.meta.url);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((each) => /\.[jt]s$/.test(each))
    .sort()) {
    hash.update(`${name} ${statSync(new URL(name, folder)).size}\n`);
  }
  return hash.digest('hex');
});
