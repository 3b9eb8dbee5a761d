import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jaccard, longestCommonSubsequence, orderedOverlap, weighOverlap } from '../../src/text/similarity.ts';

const short = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 8 });

/** The definition, without a table. */
function slowSubsequence(first: number[], second: number[]): number {
  if (first.length === 0 || second.length === 0) return 0;
  const [head, ...tail] = first;
  const at = second.indexOf(head as number);
  const without = slowSubsequence(tail, second);
  return at < 0 ? without : Math.max(without, 1 + slowSubsequence(tail, second.slice(at + 1)));
}

describe('similarity', () => {
  test('the longest common subsequence is that of its definition', () => {
    fc.assert(
      fc.property(short, short, (first, second) => {
        expect(longestCommonSubsequence(Int32Array.from(first), Int32Array.from(second))).toBe(
          slowSubsequence(first, second),
        );
      }),
    );
  });

  test('ordered overlap is symmetric and 1 only for equal sequences', () => {
    const one = Int32Array.from([1, 2, 3, 4]);
    const other = Int32Array.from([1, 3, 2, 4]);
    expect(orderedOverlap(one, other)).toBe(0.75);
    expect(orderedOverlap(other, one)).toBe(0.75);
    expect(orderedOverlap(one, one)).toBe(1);
    expect(orderedOverlap(new Int32Array(), new Int32Array())).toBe(0);
  });

  test('with equal weights the weighted overlap is Jaccard and containment', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9)), (first, second) => {
        const [a, b] = [new Set(first), new Set(second)];
        const { jaccard: weighted, containment } = weighOverlap(a, b, () => 2);
        expect(weighted).toBeCloseTo(jaccard(a, b));
        const shared = first.filter((item) => b.has(item)).length;
        const lighter = Math.min(a.size, b.size);
        expect(containment).toBeCloseTo(lighter === 0 ? 0 : shared / lighter);
      }),
    );
  });
});
