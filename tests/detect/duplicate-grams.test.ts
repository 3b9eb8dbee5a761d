import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureDuplicateGrams } from '../../src/detect/duplicate-grams.ts';

/** The filter's own loop, over strings. */
function measureSlowly(items: readonly number[], size: number): number {
  const seen = new Set<string>();
  let repeated = 0;
  let at = 0;
  while (at < items.length - size + 1) {
    const gram = items.slice(at, at + size).join(' ');
    if (seen.has(gram)) {
      repeated += size;
      at += size;
    } else {
      seen.add(gram);
      at += 1;
    }
  }
  return items.length === 0 ? 0 : repeated / items.length;
}

test('is the share that the filter counts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (items, size) => {
      const { share, from, to } = measureDuplicateGrams(Int32Array.from(items), size, (start, end) => end - start);
      expect(share).toBeCloseTo(measureSlowly(items, size));
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(items.length);
    }),
  );
});
