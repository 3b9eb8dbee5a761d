import { describe, expect, test } from 'vitest';
import type { Hit } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import { resolve, type ResolveContext } from '../../src/score/resolve.ts';

function rule(over: Partial<Rule>): Rule {
  return {
    id: 'clutter/x',
    family: 'clutter',
    title: 't',
    why: 'w',
    severity: 'warning',
    weighs: 'extent',
    confidence: 0.9,
    message: 'left in: "{found}"',
    detect: { kind: 'line', lines: ['x'] },
    examples: { bad: [], good: [], mistaken: [], missed: [] },
    sources: [],
    ...over,
  };
}

const context: ResolveContext = {
  toSource: ({ start, end }) => ({ start: start + 10, end: end + 10 }),
  allowances: [],
  sourceText: 'x'.repeat(1000),
};
const spans = (hits: Hit[], over: Partial<ResolveContext> = {}): string[] =>
  resolve(hits, { ...context, ...over }).map(({ ruleId, start, end }) => `${ruleId} ${start}-${end}`);

describe('resolve', () => {
  test('translates offsets and fills messages, shortened', () => {
    const [finding] = resolve(
      [{ rule: rule({}), start: 0, end: 5, values: { found: `a\n b${'c'.repeat(100)}` } }],
      context,
    );
    expect(finding).toMatchObject({ start: 10, end: 15, confidence: 0.9 });
    expect(finding?.message).toMatch(/^left in: "a b+c+…"$/);
  });

  test('settles overlaps within a family: the graver, then the surer, then the longer', () => {
    const weak = rule({ id: 'clutter/weak', severity: 'info' });
    const unsure = rule({ id: 'clutter/unsure', confidence: 0.5 });
    expect(
      spans([
        { rule: weak, start: 0, end: 50 },
        { rule: rule({}), start: 40, end: 45 },
      ]),
    ).toEqual(['clutter/x 50-55']);
    expect(
      spans([
        { rule: unsure, start: 0, end: 50 },
        { rule: rule({}), start: 40, end: 45 },
      ]),
    ).toEqual(['clutter/x 50-55']);
    expect(
      spans([
        { rule: rule({}), start: 0, end: 50 },
        { rule: rule({ id: 'clutter/y' }), start: 40, end: 45 },
      ]),
    ).toEqual(['clutter/x 10-60']);
  });

  test('lets families overlap one another, and neighbours touch', () => {
    const other = rule({ id: 'damage/x', family: 'damage' });
    expect(
      spans([
        { rule: rule({}), start: 0, end: 5 },
        { rule: rule({}), start: 5, end: 9 },
        { rule: other, start: 3, end: 7 },
      ]),
    ).toEqual(['clutter/x 10-15', 'damage/x 13-17', 'clutter/x 15-19']);
  });

  test('reports neither evidence nor what is allowed', () => {
    expect(spans([{ rule: rule({ weighs: 'evidence' }), start: 0, end: 5 }])).toEqual([]);
    const hit = { rule: rule({}), start: 0, end: 5 };
    expect(spans([hit], { allowances: [{ ruleId: 'clutter/x', start: 4, end: 9 }] })).toEqual([]);
    expect(spans([hit], { allowances: [{ ruleId: '*', start: 0, end: 1 }] })).toEqual([]);
    expect(spans([hit], { allowances: [{ ruleId: 'clutter/y', start: 0, end: 9 }] })).toEqual(['clutter/x 10-15']);
  });

  test('never cuts a surrogate pair', () => {
    const sourceText = 'ab🙂cd';
    const same = { toSource: (span: { start: number; end: number }) => span, sourceText };
    expect(spans([{ rule: rule({}), start: 3, end: 5 }], same)).toEqual(['clutter/x 2-5']);
    expect(spans([{ rule: rule({}), start: 0, end: 3 }], same)).toEqual(['clutter/x 0-4']);
  });
});
