import { FAMILIES, type Family, type Rule } from '../model/rule.ts';
import { suggestion } from '../text/closest.ts';
import type { ConfigFile } from './config-file.ts';
import { UsageProblem } from './problem.ts';
import type { RuleSetting } from './schema.ts';

type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Rules as the user wants them: switched off, of another severity or confidence, with other options. */
export function configureRules(
  rules: readonly Rule[],
  wanted: { readonly rules: RuleSettings; readonly families?: readonly Family[] },
): Rule[] {
  const settings = Object.entries(wanted.rules).sort(([a], [b]) => breadth(b) - breadth(a));
  return rules.flatMap((rule) => {
    if (wanted.families && !wanted.families.includes(rule.family)) return [];
    let configured: Rule | undefined = rule;
    for (const [name, setting] of settings) {
      if (namesRule(name, rule.id)) configured = applySetting(configured ?? rule, setting);
    }
    return configured ? [configured] : [];
  });
}

/** True when a name of the configuration (`family/name`, `family/*`, `*`) means the rule. */
export function namesRule(name: string, ruleId: string): boolean {
  return name === '*' || name === ruleId || (name.endsWith('/*') && ruleId.startsWith(name.slice(0, -1)));
}

/** True when at least one rule, or a family there is, answers to the name. */
export function isRuleName(name: string, rules: readonly Rule[]): boolean {
  return FAMILIES.some((family) => name === `${family}/*`) || rules.some((rule) => namesRule(name, rule.id));
}

/** Every name that means something, for suggestions. */
export function ruleNames(rules: readonly Rule[]): string[] {
  return [...rules.map((rule) => rule.id), ...FAMILIES.map((family) => `${family}/*`)];
}

/** The narrower name wins whatever the order in the file: `*`, then `family/*`, then the id. */
function breadth(name: string): number {
  return name === '*' ? 2 : name.endsWith('/*') ? 1 : 0;
}

function applySetting(rule: Rule, setting: RuleSetting): Rule | undefined {
  const { severity, confidence, options } = typeof setting === 'string' ? { severity: setting } : setting;
  if (severity === 'off') return undefined;
  return {
    ...rule,
    ...(severity !== undefined && { severity }),
    ...(confidence !== undefined && { confidence }),
    // names are checked by checkRuleNames; a value of the wrong kind is refused when the plan is compiled
    ...(options && { detect: { ...rule.detect, ...options } as Rule['detect'] }),
  };
}

/** Throws `UsageProblem` at the first rule name or option of the configuration file that no rule answers to. */
export function checkRuleNames(file: ConfigFile, rules: readonly Rule[]): void {
  const { config } = file;
  checkSettings(file, config.rules ?? {}, { path: ['rules'], rules });
  config.overrides?.forEach((override, index) => {
    checkSettings(file, override.rules ?? {}, { path: ['overrides', index, 'rules'], rules });
  });
  config.allow?.forEach((entry, index) => checkName(file, entry.rule, { path: ['allow', index, 'rule'], rules }));
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly rules: readonly Rule[];
}

function checkSettings(file: ConfigFile, settings: RuleSettings, { path, rules }: Place): void {
  for (const [name, setting] of Object.entries(settings)) {
    const place = { path: [...path, name], rules };
    checkName(file, name, place);
    if (typeof setting !== 'string' && setting.options) checkOptions(file, { name, options: setting.options }, place);
  }
}

function checkName(file: ConfigFile, name: string, { path, rules }: Place): void {
  if (isRuleName(name, rules)) return;
  const place = path.at(-1) === name ? file.yaml.locateKey(path) : file.yaml.locate(path);
  const hint = suggestion(name, ruleNames(rules));
  throw new UsageProblem(`${place}: no rule "${name}"${hint}; "dross rules" lists them`);
}

function checkOptions(file: ConfigFile, entry: { name: string; options: object }, { path, rules }: Place): void {
  const named = rules.filter((rule) => namesRule(entry.name, rule.id));
  for (const option of Object.keys(entry.options)) {
    if (named.some((rule) => option !== 'kind' && Object.hasOwn(rule.detect, option))) continue;
    const known = [...new Set(named.flatMap((rule) => Object.keys(rule.detect)))].filter((key) => key !== 'kind');
    const place = file.yaml.locateKey([...path, 'options', option]);
    const hint = suggestion(option, known);
    throw new UsageProblem(`${place}: ${entry.name} has no option "${option}"${hint}; known: ${known.join(', ')}`);
  }
}
