import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addHash, createHashFilter, mayHold } from '../../src/text/hash-filter.ts';

const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

test('a filter holds what was added, and of the rest only what shares its low bits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 17 }), fc.array(hash), hash, (bits, added, other) => {
      const filter = createHashFilter(bits);
      for (const one of added) addHash(filter, one);
      const low = (value: number): number => value & (2 ** bits - 1);
      expect(added.every((one) => mayHold(filter, one))).toBe(true);
      expect(mayHold(filter, other)).toBe(added.some((one) => low(one) === low(other)));
    }),
  );
});
