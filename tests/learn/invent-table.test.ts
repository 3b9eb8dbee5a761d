import { expect, test } from 'vitest';
import { insertTable } from '../../src/learn/invent-table.ts';
import type { LabelledLine } from '../../src/learn/labelled-lines.ts';
import { createRandom } from '../../src/learn/random.ts';

const PAGE: readonly LabelledLine[] = [
  { t: 'Home', y: 0 },
  { t: 'On Monday the boats of Anna Wells and of Piet Maas came back before noon, said Lena Ortiz of Harbour.', y: 1 },
  {
    t: 'They had met the ferry near Lowen and the tug near Marsh Point, and the crew of Rosa Lind had seen both.',
    y: 1,
  },
  { t: 'About us', y: 0 },
];

test('a table is put into the article as content and nothing else changes', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const varied = insertTable(PAGE, createRandom(seed));
    const invented = varied.filter((line) => !PAGE.includes(line));
    expect(varied.filter((line) => PAGE.includes(line))).toEqual(PAGE);
    expect(invented.length).toBeGreaterThanOrEqual(3);
    expect(invented.every(({ y, t }) => y === 1 && t !== '')).toBe(true);
    expect(varied.at(-1)).toEqual(PAGE.at(-1));
  }
});

test('a page without names stays as it is', () => {
  expect(insertTable([{ t: 'nothing here is called anything.', y: 1 }], createRandom(1))).toHaveLength(1);
});
