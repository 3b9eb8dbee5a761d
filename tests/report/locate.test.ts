import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locate } from '../../src/report/locate.ts';
import { findingAt, reportOf, sourceOf } from './samples.ts';

test('positions and excerpts follow from the text alone, for any text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '\r\n', '…', '\t'), maxLength: 600 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (content, first, second) => {
      const start = whole(content, Math.min(first % (content.length + 1), second % (content.length + 1)));
      const end = whole(content, Math.max(first % (content.length + 1), second % (content.length + 1)));
      const source = sourceOf(content);
      const [found] = locate(reportOf(source, [findingAt(start, end)]), source).findings;
      expect([found?.line, found?.column]).toEqual(placeOf(content, start));
      expect([found?.endLine, found?.endColumn]).toEqual(placeOf(content, end));
      expect(LONE_SURROGATE.test(found?.excerpt ?? '')).toBe(false);
      expect(isShortened(found?.excerpt ?? '', content.slice(start, end))).toBe(true);
    }),
  );
});

test('related places get their own positions, those of other documents only when they are known', () => {
  const source = sourceOf('one\ntwo\nthree');
  const related = [
    { start: 4, end: 7 },
    { id: 'other.txt', start: 9, end: 12 },
    { id: 'third.txt', start: 9, end: 12, line: 2, column: 3 },
  ];
  const [found] = locate(reportOf(source, [{ ...findingAt(8, 13), related }]), source).findings;
  expect(found?.related).toEqual([
    { id: 'a.txt', start: 4, end: 7, line: 2, column: 1 },
    { id: 'other.txt', start: 9, end: 12 },
    { id: 'third.txt', start: 9, end: 12, line: 2, column: 3 },
  ]);
});

const LONE_SURROGATE = /\p{Surrogate}/u;

function placeOf(text: string, offset: number): number[] {
  const lines = text.slice(0, offset).split('\n');
  return [lines.length, (lines.at(-1) ?? '').length + 1];
}

function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function isShortened(excerpt: string, span: string): boolean {
  if (span.length <= 160) return excerpt === span;
  return Array.from({ length: excerpt.length }, (_, at) => at).some(
    (at) => excerpt[at] === '…' && span.startsWith(excerpt.slice(0, at)) && span.endsWith(excerpt.slice(at + 1)),
  );
}
