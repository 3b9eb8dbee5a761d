import { mkdirSync, writeFileSync } from 'node:fs';
import { loadRules, packRules } from '../../src/rules/load.ts';

/** Tests see the rules as they are now, whether or not the project was built since. */
export function setup(): void {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/rules.json', JSON.stringify(packRules(loadRules('rules'))));
}
