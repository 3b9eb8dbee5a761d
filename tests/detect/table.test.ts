import { describe, expect, test } from 'vitest';
import { countSeams } from '../../src/detect/table-rows.ts';
import { findLowerStarts } from '../../src/detect/lower-starts.ts';

function starts(text: string): string[] {
  return findLowerStarts(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

const NAMES = new Set(['youtube', 'linkedin']);

describe('seams between glued cells', () => {
  test.each([
    ['NameAgeTown', 2],
    ['Alma34Bergen', 2],
    ['grew by 12%6 years', 1],
    ['Group CCitrus', 1],
  ])('%s', (line, seams) => {
    expect(countSeams(line, NAMES)).toBe(seams);
  });

  test.each(['YouTube and LinkedIn', 'McDonald', 'MacDougall', 'iPhone', 'COVID', 'a plain line', 'USA'])(
    'none in %s',
    (line) => {
      expect(countSeams(line, NAMES)).toBe(0);
    },
  );
});

describe('sentences that begin in lower case', () => {
  test('are found after a full stop', () => {
    expect(starts('The boats came home. several stayed for the night.')).toEqual(['several']);
  });

  test('are told from abbreviations and ellipses', () => {
    expect(starts('The firm of Messrs. harris, approx. ten of them... and then some etc. went on.')).toEqual([]);
  });
});
