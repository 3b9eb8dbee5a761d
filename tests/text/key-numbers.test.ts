import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberKeys } from '../../src/text/key-numbers.ts';

test('keys are numbered in the order of their first places, and counted', () => {
  const { numbers, counts } = numberKeys(Int32Array.of(7, -1, 7, 0, -1, 7));
  expect([...numbers]).toEqual([0, 1, 0, 2, 1, 0]);
  expect([...counts]).toEqual([3, 2, 1]);
});

test('no keys give no numbers', () => {
  expect(numberKeys(new Int32Array(0)).counts.length).toBe(0);
});

test('two places share a number exactly when they share a key', () => {
  fc.assert(
    fc.property(fc.int32Array({ maxLength: 300, min: -40, max: 40 }), (keys) => {
      const numbers = new Map<number, number>();
      const expected = Array.from(keys, (key) => {
        if (!numbers.has(key)) numbers.set(key, numbers.size);
        return numbers.get(key);
      });
      const found = numberKeys(keys);
      expect([...found.numbers]).toEqual(expected);
      expect(found.counts.reduce((sum, count) => sum + count, 0)).toBe(keys.length);
    }),
  );
});
