import { createHash } from 'node:crypto';
import { createAuditor, type Auditor } from '../audit/index.ts';
import type { Rule } from '../model/rule.ts';
import { createAllowTest } from '../settings/allow-list.ts';
import type { ConfigFile } from '../settings/config-file.ts';
import { applyProfile } from '../settings/apply-profile.ts';
import { checkRuleNames, configureRules } from '../settings/configure-rules.ts';
import { createGlobTest } from '../settings/globs.ts';
import type { Override } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import { createLinearSearcher } from '../text/linear-regexp.ts';
import { once } from '../text/once.ts';
import { applyWeights } from './apply-weights.ts';
import { gatherRules } from './gather-rules.ts';

export interface AuditorChoice {
  /** The rules of the run, before overrides. */
  readonly rules: readonly Rule[];
  /** The auditor for a document; documents with the same overrides share one. */
  forDocument(id: string): Auditor;
  /** Stands for all that the auditor's drafts depend on: rules, language, filters. */
  digestFor(id: string): string;
}

/** What auditors are made by: the settings, and the file they came from when its rule names are to be checked. */
export interface ChoiceFacts {
  readonly settings: Settings;
  readonly file?: ConfigFile;
}

/** Loads the rules and prepares auditors as the settings ask; throws when the configuration names unknown rules. */
export async function chooseAuditors({ settings, file }: ChoiceFacts, cwd: string): Promise<AuditorChoice> {
  const known = await gatherRules(settings.ruleFolders);
  if (file) checkRuleNames(file, known);
  const base = { cwd, folder: settings.folder };
  const overrides = settings.overrides.map((override) => ({ override, matches: createGlobTest(override.files, base) }));
  const isAllowed = createAllowTest(settings.allow, { ...base, today: today(), compilePattern });
  const rules = applyWeights(configureRules(known, settings), settings.weights);
  const choices = new Map<string, Choice>();
  const create = (matching: readonly Override[]): Choice => {
    const about = { ...configureOverrides(rules, matching, settings), filters: settings.filters };
    return {
      auditor: createAuditor({ ...about, scoring: settings.thresholds, ...(isAllowed && { isAllowed }) }),
      digest: once(() => digestOf(about)),
    };
  };
  const choose = (id: string): Choice => {
    const matching = overrides.map(({ matches }) => matches(id));
    const key = matching.map(Number).join('');
    const choice = choices.get(key) ?? create(overrides.filter((_, index) => matching[index]).map(unwrap));
    choices.set(key, choice);
    return choice;
  };
  return { rules, forDocument: (id) => choose(id).auditor, digestFor: (id) => choose(id).digest() };
}

/** What rules share, such as weights, is written once. */
function digestOf({ rules, ...about }: { readonly rules: readonly Rule[]; readonly [key: string]: unknown }): string {
  const seen = new Map<unknown, number>();
  const write = (value: unknown): unknown => {
    const known = seen.get(value);
    if (known !== undefined) return { same: known };
    if (typeof value === 'object') seen.set(value, seen.size);
    return value;
  };
  const written = rules.map(({ detect, ...rule }) => [
    rule,
    Object.entries(detect).map(([key, value]) => [key, write(value)]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([about, written]))
    .digest('hex');
}

interface Choice {
  readonly auditor: Auditor;
  readonly digest: () => string;
}

function unwrap({ override }: { override: Override }): Override {
  return override;
}

function today(): string {
  return new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function compilePattern(pattern: string): (text: string) => boolean {
  const searcher = createLinearSearcher(pattern, '');
  return (text) => searcher.search(text).length > 0;
}

/** A rule that is off for all documents stays off: overrides only see the rules of the run. */
function configureOverrides(
  rules: readonly Rule[],
  overrides: readonly Override[],
  settings: Settings,
): { rules: readonly Rule[]; language?: string } {
  let configured = rules;
  let { language, profile } = settings;
  for (const override of overrides) {
    if (override.rules) configured = configureRules(configured, { rules: override.rules });
    language = override.language ?? language;
    profile = override.profile ?? profile;
  }
  return { rules: applyProfile(configured, profile), ...(language !== undefined && { language }) };
}
