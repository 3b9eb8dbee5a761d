import type { Rule } from '../model/rule.ts';
import { createAllowTest } from '../settings/allow-list.ts';
import { checkRuleNames, configureRules } from '../settings/configure-rules.ts';
import type { ConfigFile } from '../settings/config-file.ts';
import { createGlobTest } from '../settings/globs.ts';
import type { Override } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import type { Auditor, AuditorOptions, Engine } from './engine.ts';

export interface AuditorChoice {
  /** The rules of the run, before overrides. */
  readonly rules: readonly Rule[];
  /** The auditor for a document; documents with the same overrides share one. */
  forDocument(id: string): Auditor;
}

/** Loads the rules and prepares auditors as the settings ask; throws when the configuration names unknown rules. */
export function chooseAuditors(
  engine: Engine,
  plan: { settings: Settings; file?: ConfigFile; cwd: string },
): AuditorChoice {
  const { settings, file, cwd } = plan;
  const known = engine.loadRules(settings.ruleFolders);
  if (file) checkRuleNames(file, known);
  const base = { cwd, folder: settings.folder };
  const overrides = settings.overrides.map((override) => ({ override, matches: createGlobTest(override.files, base) }));
  const allow = createAllowTest(settings.allow, {
    ...base,
    today: new Date().toISOString().slice(0, 10),
    compilePattern: engine.compilePattern,
  });
  const rules = configureRules(known, settings);
  const auditors = new Map<string, Auditor>();
  return {
    rules,
    forDocument(id) {
      const matching = overrides.filter(({ matches }) => matches(id));
      const key = matching.map(({ override }) => overrides.findIndex((entry) => entry.override === override)).join();
      const existing = auditors.get(key);
      if (existing) return existing;
      const own = configureOverrides(
        rules,
        matching.map(({ override }) => override),
        settings,
      );
      const auditor = engine.createAuditor({ ...own, thresholds: settings.thresholds, ...(allow && { allow }) });
      auditors.set(key, auditor);
      return auditor;
    },
  };
}

/** A rule that is off for all documents stays off: overrides only see the rules of the run. */
function configureOverrides(
  rules: readonly Rule[],
  overrides: readonly Override[],
  settings: Settings,
): Pick<AuditorOptions, 'rules' | 'language'> {
  let configured = rules;
  let language = settings.language;
  for (const override of overrides) {
    if (override.rules) configured = configureRules(configured, { rules: override.rules });
    language = override.language ?? language;
  }
  return { rules: configured, ...(language !== undefined && { language }) };
}
