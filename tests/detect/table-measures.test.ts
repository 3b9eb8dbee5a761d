import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { measureBlocks } from '../../src/detect/block-model/block-measures.ts';
import { describeTables, TABLE_MEASURES } from '../../src/detect/block-model/table-measures.ts';
import { parse } from '../../src/parse/parse.ts';

function describeLines(lines: readonly string[]) {
  const analysis = analyze(parse({ id: 'x', text: lines.join('\n'), format: 'text' }));
  const values = describeTables(analysis, measureBlocks(analysis));
  return (line: number, name: string): number =>
    values[line * TABLE_MEASURES.length + TABLE_MEASURES.indexOf(name)] as number;
}

const ROWS = ['Alder', '12', '3%', 'Birch', '40', '8%', 'Cedar', '77', '2%', 'Douglas', '9', '1%', 'Elm', '31', '5%'];
const MENU = ['Home', 'News', 'Weather', 'Traffic', 'Business', 'Culture', 'Travel', 'Jobs', 'Archive', 'Contact'];

test('cells of a table are in step with the row before, at the number of its columns', () => {
  const read = describeLines(ROWS);
  expect(read(7, 'step')).toBe(3);
  expect(read(7, 'in step around')).toBeGreaterThan(0.7);
  expect(read(7, 'alike around')).toBeLessThan(0.5);
});

test('figures are counted before, behind and around a block', () => {
  const read = describeLines(ROWS);
  expect(read(3, 'figures before in 8')).toBeCloseTo(2 / 3);
  expect(read(14, 'figures after in 8')).toBe(0);
  expect(read(0, 'figures around in 20')).toBeCloseTo(10 / 15);
});

test('entries of a menu are as their neighbours and hold no figures', () => {
  const read = describeLines(MENU);
  expect(read(5, 'alike around')).toBeGreaterThan(0.8);
  expect(read(5, 'figures around in 20')).toBe(0);
});

test('items of a list that counts are known by the number before or behind', () => {
  const read = describeLines([
    '3、加拿大',
    '4、智利',
    '2019. Ein Jahr',
    '7) Elm',
    'a tree',
    '8) Oak',
    '1:20 p.m.',
    '12',
  ]);
  const counted = Array.from({ length: 8 }, (_, line) => read(line, 'counted'));
  expect(counted).toEqual([1, 1, 0, 1, 0, 1, 0, 0]);
  expect(read(0, 'counted around')).toBe(0.5);
});

test('nothing is said of text without spaces', () => {
  const read = describeLines(['3、加拿大', '4、智利', '5、毛里求斯']);
  expect(TABLE_MEASURES.map((name) => read(1, name))).toEqual(TABLE_MEASURES.map(() => -1));
});
