import { expect, test } from 'vitest';
import { countWords } from '../../src/text/word-count.ts';
import { splitWords } from '../../src/text/words.ts';

const count = (text: string): number => countWords(text, splitWords(text));

test('counts words between spaces', () => {
  expect(count("It's a well-kept house.")).toBe(5);
  expect(count('')).toBe(0);
});

test('groups characters of scripts without spaces by dictionary', () => {
  expect(count('我们在这里喝茶')).toBeLessThan(7);
  expect(count('我们在这里喝茶')).toBeGreaterThan(3);
  expect(count('tea 茶 tea')).toBe(3);
});

test('carries the rate of the first characters forward', () => {
  const once = count('我们在这里喝茶。'.repeat(250));
  expect(count('我们在这里喝茶。'.repeat(2_500)) / once).toBeCloseTo(10, 1);
});
