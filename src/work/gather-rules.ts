import type { Rule } from '../model/rule.ts';
import { builtinRules } from '../rules/index.ts';

/**
 * The rules that ship with the tool, then those of further folders; a rule of the same id replaces the built-in one.
 * @throws RuleError with file, line and column of a mistake
 */
export async function gatherRules(folders: readonly string[]): Promise<readonly Rule[]> {
  const builtin = builtinRules();
  if (folders.length === 0) return builtin;
  // the checked YAML reader is only needed for rules that do not ship compiled
  const { loadRules } = await import('../rules/load.ts');
  const further = folders.flatMap((folder) => loadRules(folder, 'user'));
  const replaced = new Set(further.map((rule) => rule.id));
  return [...builtin.filter((rule) => !replaced.has(rule.id)), ...further];
}
