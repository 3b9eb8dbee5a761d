import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCharacterLoops, findCycles, findStutters } from '../../src/detect/cycles.ts';

const limits = { period: 20, cycles: 3, least: 12 };
const unlike = (length: number, from = 1000) => Array.from({ length }, (_, at) => from + at);

describe('exact cycles', () => {
  test('are found from their first item to their last, wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 3, max: 8 }),
        fc.nat(30),
        (period, times, before) => {
          const cycle = unlike(period, 1);
          const length = Math.max(period * times, 15);
          const loop = Array.from({ length }, (_, at) => cycle[at % period] as number);
          const items = Int32Array.from([...unlike(before), ...loop, ...unlike(9, 5000)]);
          expect(findCycles(items, limits)).toEqual([{ from: before, to: before + length, period }]);
        },
      ),
    );
  });

  test('two cycles, a long period and a short loop are none', () => {
    expect(findCycles(Int32Array.from([...unlike(10), ...unlike(10)]), limits)).toEqual([]);
    const long = unlike(21);
    expect(findCycles(Int32Array.from([...long, ...long, ...long]), limits)).toEqual([]);
    expect(findCycles(Int32Array.from([1, 2, 3, 1, 2, 3, 1, 2, 3]), limits)).toEqual([]);
  });

  test('a loop inside a cycle does not hide the longer one', () => {
    const cycle = [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 7];
    const items = Int32Array.from([...unlike(5), ...cycle, ...cycle, ...cycle, ...unlike(5, 5000)]);
    expect(findCycles(items, limits)).toEqual([{ from: 5, to: 41, period: 12 }]);
  });

  test('take linear time, whatever breaks', () => {
    const items = Int32Array.from({ length: 400_000 }, (_, at) => (at % 97 === 0 ? at : at % 3));
    expect(findCycles(items, { period: 500, cycles: 3, least: 90 }).length).toBeGreaterThan(0);
  });
});

describe('stutters', () => {
  test('phrases in changing order are found, distinct words are not', () => {
    const phrases = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
    ];
    const order = Array.from({ length: 40 }, (_, at) => phrases[(at * at + (at >> 2)) % 3] as number[]);
    const items = Int32Array.from([...unlike(50), ...order.flat(), ...unlike(50, 5000)]);
    const [found, ...others] = findStutters(items, { period: 100, cycles: 3, least: 60 });
    expect(others).toEqual([]);
    expect(found?.from).toBeGreaterThanOrEqual(50);
    expect(found?.from).toBeLessThan(60);
    expect(found?.to).toBe(210);
    expect(findStutters(Int32Array.from(unlike(500)), { period: 100, cycles: 3, least: 60 })).toEqual([]);
  });
});

test('loops of letters, not of strokes', () => {
  const text = `so ${'haha'.repeat(20)} ${'=-'.repeat(40)}`;
  expect(findCharacterLoops(text, { period: 8, cycles: 4, least: 60 })).toEqual([{ start: 3, end: 83 }]);
});
