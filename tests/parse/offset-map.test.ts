import { expect, test } from 'vitest';
import { createTextBuilder, toSource } from '../../src/parse/offset-map.ts';

const SOURCE = '<p>ab&amp;c<b>d</b></p>  <p>ef';

function build() {
  const builder = createTextBuilder(SOURCE);
  builder.verbatim(3, 5);
  builder.replace('&', 5, 10);
  builder.verbatim(10, 11);
  builder.verbatim(14, 15);
  builder.separate('\n\n');
  builder.verbatim(28, 30);
  return builder.finish();
}

const sourceOf = (start: number, end: number) => {
  const span = toSource(build(), { start, end });
  return SOURCE.slice(span.start, span.end);
};

test('joins pieces', () => {
  expect(build().text).toBe('ab&cd\n\nef');
});

test('a start at a border belongs to what follows, an end to what precedes', () => {
  expect(sourceOf(3, 4)).toBe('c');
  expect(sourceOf(4, 5)).toBe('d');
  expect(sourceOf(0, 2)).toBe('ab');
  expect(sourceOf(7, 9)).toBe('ef');
});

test('a range in the middle of a verbatim piece is exact', () => {
  expect(sourceOf(1, 2)).toBe('b');
  expect(sourceOf(8, 9)).toBe('f');
});

test('a replacement counts as a whole', () => {
  expect(sourceOf(2, 3)).toBe('&amp;');
  expect(sourceOf(1, 4)).toBe('b&amp;c');
  expect(sourceOf(5, 6)).toBe('</b></p>  <p>');
});

test('an empty range stays empty, one past the end stays inside', () => {
  expect(toSource(build(), { start: 4, end: 4 })).toEqual({ start: 14, end: 14 });
  expect(toSource(build(), { start: 9, end: 9 })).toEqual({ start: 30, end: 30 });
  expect(toSource({}, { start: 4, end: 9 })).toEqual({ start: 4, end: 9 });
});
