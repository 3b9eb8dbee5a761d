import { expect, test } from 'vitest';
import { isByline, isCaption } from '../../src/parse/labels.ts';

test('lines that name an author', () => {
  for (const line of [
    'By Jane Doe',
    'By Jane Doe and Ole Berg',
    'BY JANE DOE | 4 May 2021',
    'Posted by Anna de Vries on Tuesday',
    'Von Karl Meyer',
    'Por Ana Ruiz, Madrid',
    'Jane Doe, staff writer',
    'By Ann Poe, City Desk',
  ]) {
    expect(isByline(line)).toBe(true);
  }
});

test('lines that only begin like one', () => {
  for (const line of [
    'By Sunday night the rain had stopped',
    'By Monday, everyone had left.',
    'by the river',
    'Par exemple',
    'Von der Maas bis an die Memel',
    'Di Maria scored twice',
    'Jane Doe, who lives here',
  ]) {
    expect(isByline(line)).toBe(false);
  }
});

test('lines under pictures', () => {
  for (const line of [
    'Photo: Ann Poe',
    '(Foto: dpa)',
    'Image credit: NASA',
    'Photo by Ole Berg',
    'Bildquelle: Archiv',
    '图：新华社',
    '© Reuters',
  ]) {
    expect(isCaption(line)).toBe(true);
  }
  for (const line of [
    'Photography is slow work',
    'Image matters',
    'Credit cards: a guide',
    'The photo: a history',
    'Figure skating',
  ]) {
    expect(isCaption(line)).toBe(false);
  }
});
