import { describe, expect, test } from 'vitest';
import { checkExamples } from '../../src/audit/index.ts';
import { loadRules } from '../../src/rules/load.ts';

describe('every example of every rule', () => {
  test.each(loadRules('rules').map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    expect(checkExamples(rule)).toEqual([]);
  });
});
