import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { measureBlocks } from '../../src/detect/block-model/block-measures.ts';
import { describeContext, LINE_COLUMNS } from '../../src/detect/block-model/context-measures.ts';
import { bestStretch } from '../../src/detect/block-model/best-stretch.ts';
import { describeStack, STACK_MEASURES } from '../../src/detect/block-model/stack-measures.ts';
import { attainableScore } from '../../src/detect/block-model/attainable-score.ts';
import { expectedAccuracy } from '../../src/detect/block-model/expected-accuracy.ts';
import type { RuleOf } from '../../src/model/rule.ts';
import { parse } from '../../src/parse/parse.ts';
import { loadRules } from '../../src/rules/load.ts';
import { compilePlan } from '../../src/rules/plan.ts';

const TEXT = `Home
News
The harbour was closed on Monday after the storm, and the boats stayed away until the end of the week.
Harbour closed after storm
Photo: J. Doe, 12 May 2014, 10:30
© 2014 Harbour Gazette`;

function describeText(text: string) {
  const analysis = analyze(parse({ id: 'x', text, format: 'text' }));
  const measured = measureBlocks(analysis);
  const rows = describeContext(measured);
  const read = (block: number, column: string): number =>
    rows[block * LINE_COLUMNS.length + LINE_COLUMNS.indexOf(column)] as number;
  return { measured, rows, read };
}

describe('measures of blocks', () => {
  test('fill a row for each block', () => {
    const { measured, rows } = describeText(TEXT);
    expect(measured.count).toBe(6);
    expect(rows.length).toBe(6 * LINE_COLUMNS.length);
    expect(rows.every(Number.isFinite)).toBe(true);
    expect(new Set(LINE_COLUMNS).size).toBe(LINE_COLUMNS.length);
  });

  test('say what a block is like', () => {
    const { read } = describeText(TEXT);
    expect(read(0, 'words')).toBe(1);
    expect(read(2, 'prose')).toBeGreaterThan(4);
    expect(read(3, 'echo')).toBeGreaterThan(read(1, 'echo'));
    expect(read(4, 'date')).toBe(1);
    expect(read(4, 'time')).toBe(1);
    expect(read(5, 'copyright')).toBe(1);
    expect(read(0, 'short run')).toBe(2);
    expect(read(1, 'blocks to prose')).toBe(0);
  });

  test('take an empty document and one of a single block', () => {
    expect(describeText('').rows.length).toBe(0);
    expect(describeText('One line.').rows.every(Number.isFinite)).toBe(true);
  });
});

test('the best stretch is the one of the greatest sum', () => {
  const gains = [1, -5, 3, -1, 4, -9, 2];
  expect(bestStretch(gains.length, (index) => gains[index] as number)).toEqual({ first: 2, last: 4 });
  expect(bestStretch(2, () => -1)).toEqual({ first: 0, last: -1 });
});

test('the second forest sees the scores around a block', () => {
  const rows = describeStack(Float32Array.from([3, -4, -5, 2]), Float32Array.from([1, 30, 25, 2]));
  const read = (block: number, column: string): number =>
    rows[block * STACK_MEASURES.length + STACK_MEASURES.indexOf(column)] as number;
  expect(read(1, 'first score at -1')).toBe(3);
  expect(read(1, 'first score at 1')).toBe(-5);
  expect(read(0, 'in content stretch')).toBe(0);
  expect(read(2, 'in content stretch')).toBe(1);
});

test('the attainable score is 1 for a model that is sure and lower for one that is not', () => {
  const blocks = [
    { start: 0, end: 100 },
    { start: 100, end: 150 },
  ];
  expect(attainableScore(Float32Array.from([0, 1]), blocks)).toBe(1);
  // keeping both: content 75 of 150 kept and 75 in all
  expect(attainableScore(Float32Array.from([0.5, 0.5]), blocks)).toBeCloseTo(150 / 225);
  expect(attainableScore(new Float32Array(0), [])).toBe(0);
});

test('the expected accuracy is 1 for a model that is sure and a half for one that knows nothing', () => {
  expect(expectedAccuracy(Float32Array.from([0, 1, 1]))).toBe(1);
  expect(expectedAccuracy(Float32Array.from([0.5, 0.5]))).toBe(0.5);
  expect(expectedAccuracy(Float32Array.from([0.75, 0.25, 1, 1]))).toBe(0.875);
  expect(expectedAccuracy(new Float32Array(0))).toBe(1);
});

describe('the level of an info in text', () => {
  const rule = loadRules('rules').find(({ id }) => id === 'clutter/block-model') as RuleOf<'block-model'>;
  const prose = ['boats', 'nets', 'masts'].map(
    (what) =>
      `When the wind fell on Friday the men went out to look for their ${what}, and found most of them on the beach.`,
  );
  const analysis = analyze(parse({ id: 'x', text: [TEXT, ...prose, TEXT].join('\n'), format: 'text' }));
  const reported = (sureness: { from: number; level: number }): number[] => {
    const { levels } = rule.detect;
    const own = { ...rule, detect: { ...rule.detect, levels: { ...levels, info: 0 }, sureness } };
    return compilePlan([own])
      .detect(analysis)
      .map(({ confidence }) => confidence as number);
  };

  test('stays where it is as long as the model is not surer than said', () => {
    expect(reported({ from: 0.999, level: 1 })).toHaveLength(analysis.document.blocks.length);
  });

  test('rises with the sureness of the model', () => {
    const [all, some] = [reported({ from: 0.999, level: 1 }), reported({ from: 0.5, level: 1 })];
    const raised = 2 * (expectedAccuracy(Float32Array.from(all)) - 0.5);
    expect(some).toEqual(all.filter((confidence) => confidence >= raised));
    expect(some.length).toBeLessThan(all.length);
  });
});
