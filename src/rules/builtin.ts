import { existsSync, readFileSync } from 'node:fs';
import type { Rule } from '../model/rule.ts';
import { once } from '../text/once.ts';
import { unpackRules, type RuleBundle } from './bundle.ts';

/** Beside the built program, or where the build puts it as seen from the source tree. */
const PLACES = ['./rules.json', '../../dist/rules.json'];

/**
 * The rules that ship with the tool: one JSON file made by the build, so that start-up reads no YAML.
 * @throws Error when the project was not built
 */
export const builtinRules = once((): readonly Rule[] => {
  const bundle = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (bundle === undefined) throw new Error('the built-in rules are missing: run "npm run build"');
  return unpackRules(JSON.parse(readFileSync(bundle, 'utf8')) as RuleBundle);
});
