import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { FAMILIES, SEVERITIES } from '../../src/model/rule.ts';
import { DEFAULT_SCORING, judge } from '../../src/score/index.ts';

function finding(over: Partial<Finding>): Finding {
  const base = {
    ruleId: 'clutter/x',
    family: 'clutter',
    severity: 'warning',
    confidence: 1,
    message: 'm',
    weighs: 'extent',
  } as const;
  return { ...base, start: 0, end: 100, ...over };
}

describe('judge', () => {
  test('nothing found is 100 and a pass', () => {
    expect(judge([], 1000, DEFAULT_SCORING)).toMatchObject({
      score: 100,
      verdict: 'pass',
      findings: [],
      counts: {},
      shares: {},
    });
  });

  test('extent costs its share of the text', () => {
    expect(judge([finding({ end: 200 })], 1000, DEFAULT_SCORING)).toMatchObject({
      score: 80,
      verdict: 'review',
      shares: { clutter: 0.2 },
    });
  });

  test('text that two families object to is paid for once', () => {
    const both = [finding({ end: 200 }), finding({ end: 200, family: 'duplicate', ruleId: 'duplicate/x' })];
    expect(judge(both, 1000, DEFAULT_SCORING).score).toBe(80);
  });

  test('one symptom condemns the whole text, and a second of the same rule adds nothing', () => {
    const leak = finding({ family: 'chatter', ruleId: 'chatter/x', severity: 'error', weighs: 'symptom', end: 50 });
    expect(judge([leak], 100_000, DEFAULT_SCORING)).toMatchObject({ score: 40, verdict: 'fail' });
    expect(judge([leak, { ...leak, start: 60, end: 90 }], 100_000, DEFAULT_SCORING).score).toBe(40);
  });

  test('the same defects in a text twice as long with twice as many cost the same', () => {
    const once = judge([finding({ end: 100 })], 1000, DEFAULT_SCORING).score;
    const twice = judge([finding({ end: 100 }), finding({ start: 500, end: 600 })], 2000, DEFAULT_SCORING).score;
    expect(twice).toBe(once);
  });

  test('a page that is no article fails whatever its length, and says so', () => {
    const wall = finding({
      family: 'blocked',
      ruleId: 'blocked/x',
      severity: 'error',
      weighs: 'symptom',
      confidence: 0.3,
      message: 'a bot check',
    });
    expect(judge([wall], 1_000_000, DEFAULT_SCORING)).toMatchObject({ verdict: 'fail', headline: 'a bot check' });
  });

  test('remarks of level info cost nothing', () => {
    expect(judge([finding({ severity: 'info' })], 100, DEFAULT_SCORING)).toMatchObject({
      score: 100,
      verdict: 'pass',
      counts: { clutter: 1 },
    });
  });

  test('every lost point is traced to a finding', () => {
    const any = fc.record({
      family: fc.constantFrom(...FAMILIES),
      severity: fc.constantFrom(...SEVERITIES),
      weighs: fc.constantFrom('symptom' as const, 'extent' as const),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      start: fc.nat(900),
      length: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (list) => {
        const findings = list
          .map(({ start, length, ...rest }) =>
            finding({ ...rest, ruleId: `${rest.family}/x`, start, end: start + length }),
          )
          .sort((a, b) => a.start - b.start || a.end - b.end);
        const { score, findings: scored } = judge(findings, 1200, DEFAULT_SCORING);
        const lost = scored.reduce((sum, { points }) => sum + points, 0);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(Math.abs(100 - lost - score)).toBeLessThan(0.3);
        expect(scored.every(({ points }) => points >= 0)).toBe(true);
      }),
    );
  });
});
