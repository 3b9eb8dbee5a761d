import { expect, test } from 'vitest';
import { keepHead } from '../../src/learn/keep-head.ts';
import type { LabelledLine } from '../../src/learn/labelled-lines.ts';

const clutter = (t: string): LabelledLine => ({ t, y: 0, listed: 0 });
const content = (t: string): LabelledLine => ({ t, y: 1 });

function labelsOf(lines: readonly LabelledLine[]): (0 | 1 | null)[] {
  return keepHead(lines).map(({ y }) => y);
}

test('the title, the date and the byline below it are part of the article', () => {
  const title: LabelledLine = { t: 'Ferry stays in port', y: null, k: 'title' };
  const lines = [clutter('Home'), title, clutter('By Ann Lee, 3 May 2019'), content('The ferry stayed in port.')];
  expect(labelsOf(lines)).toEqual([0, 1, 1, 1]);
  expect(keepHead(lines)[1]?.weight).toBeGreaterThan(1);
});

test('short lines above an article without a title are left out', () => {
  const lines = [clutter('Home'), clutter('News'), clutter('Harbour'), content('The ferry stayed in port.')];
  expect(labelsOf(lines)).toEqual([0, null, null, 1]);
});

test('a credit right below the article is part of it, a copyright line nobody knows', () => {
  const last = content('It will sail on Monday.');
  expect(labelsOf([last, clutter('Reporting by Ann Lee'), clutter('© 2019 The Gazette')])).toEqual([1, 1, null]);
  expect(labelsOf([last, clutter('More'), clutter('Sport'), clutter('Menu'), clutter('© 2019 The Gazette')])).toEqual([
    1, 0, 0, 0, 0,
  ]);
});
