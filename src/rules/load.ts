import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../model/rule.ts';
import { readRule } from './read-rule.ts';
import { RuleError } from './yaml-reader.ts';

/**
 * Reads every `<family>/<name>.yaml` below a folder, in the order of their ids.
 * @throws RuleError when the folder is not there or a rule is broken
 */
export function loadRules(folder: string, origin?: 'user'): Rule[] {
  if (!existsSync(folder)) throw new RuleError(`${folder}: no such folder of rules`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return readRule({
        id: name.replace(/\.ya?ml$/, ''),
        path,
        text: readFileSync(path, 'utf8'),
        ...(origin && { origin }),
        readBeside: (beside) => readFileSync(join(path, '..', beside), 'utf8'),
      });
    });
}

export { packRules } from './bundle.ts';
