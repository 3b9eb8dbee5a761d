import { expect, test } from 'vitest';
import { createAuditor } from '../../src/audit/index.ts';
import type { PatternDetect } from '../../src/model/listed-detect.ts';
import type { Rule } from '../../src/model/rule.ts';

function auditWith(detect: PatternDetect, text: string, origin?: 'user'): string[] {
  const rule: Rule = {
    id: 'damage/x',
    family: 'damage',
    title: 't',
    why: 'w',
    severity: 'warning',
    weighs: 'extent',
    confidence: 0.9,
    message: '{found}',
    detect,
    examples: { bad: [], good: [], mistaken: [], missed: [] },
    sources: [],
    ...(origin && { origin }),
  };
  const { findings } = createAuditor({ rules: [rule] }).audit({ id: 'a', text, format: 'text' });
  return findings.map(({ start, end }) => text.slice(start, end));
}

test('finds every match in every block', () => {
  expect(auditWith({ kind: 'pattern', pattern: '\\d+x' }, '1x and 22x\n\nthree 3x')).toEqual(['1x', '22x', '3x']);
});

test('narrows the span to the group "found", widens it to the block', () => {
  expect(auditWith({ kind: 'pattern', pattern: 'a(?<found>b+)c' }, 'abbc abc')).toEqual(['bb', 'b']);
  expect(auditWith({ kind: 'pattern', pattern: 'b', reach: 'block' }, 'one b two\n\nthree')).toEqual(['one b two']);
});

test('looks only at blocks that hold a literal, whatever the case', () => {
  expect(auditWith({ kind: 'pattern', pattern: '\\w+', literals: ['NEEDLE'] }, 'hay\n\na needle here\n\nhay')).toEqual([
    'a',
    'needle',
    'here',
  ]);
});

test('a catastrophic expression of a user ends in linear time', () => {
  expect(auditWith({ kind: 'pattern', pattern: '^(a+)+$' }, `${'a'.repeat(5_000)}b`, 'user')).toEqual([]);
  expect(auditWith({ kind: 'pattern', pattern: '(?P<found>b+)c' }, 'abbc', 'user')).toEqual(['bb']);
});
