import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bandKeys,
  chanceToMeet,
  createMinHash,
  DEFAULT_SHAPE,
  donorOf,
  estimateSimilarity,
  slotOf,
  valueOf,
} from '../../src/text/minhash.ts';

const SLOTS = DEFAULT_SHAPE.bands * DEFAULT_SHAPE.rows;
const sign = createMinHash(SLOTS);

/** The definition, slot by slot, without a shortcut. */
function signSlowly(shingles: readonly number[], slots: number): number[] {
  const least = (slot: number) =>
    Math.min(...shingles.filter((shingle) => slotOf(shingle, slots) === slot).map((shingle) => valueOf(shingle)));
  const own = Array.from({ length: slots }, (_, slot) => least(slot));
  return own.map((value, slot) => {
    let attempt = 0;
    let donor = slot;
    while (own[donor] === Infinity) donor = donorOf(slot, (attempt += 1), slots);
    return Math.min(value, own[donor] as number);
  });
}

/** Two sets with a known share in common, from a seeded generator. */
function makePair(seed: number): { first: Int32Array; second: Int32Array; exact: number } {
  let state = seed * 2654435761;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) | 0);
  const size = 20 + (Math.abs(next()) % 300);
  const common = Math.abs(next()) % (size + 1);
  const shared = Array.from({ length: common }, next);
  const rest = () => Array.from({ length: size - common }, next);
  const [first, second] = [new Set([...shared, ...rest()]), new Set([...shared, ...rest()])];
  const both = [...first].filter((item) => second.has(item)).length;
  return {
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    exact: both / (first.size + second.size - both),
  };
}

const meet = (first: ArrayLike<number>, second: ArrayLike<number>) =>
  Array.from({ length: DEFAULT_SHAPE.bands }, (_, band) => band * DEFAULT_SHAPE.rows).some((from) =>
    Array.from({ length: DEFAULT_SHAPE.rows }, (_, row) => from + row).every((slot) => first[slot] === second[slot]),
  );

describe('signatures', () => {
  test('equal those of the definition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 80 }), (shingles) => {
        expect([...sign(Int32Array.from(shingles))]).toEqual(signSlowly(shingles, SLOTS));
      }),
      { numRuns: 200 },
    );
  });

  test('do not depend on order or number of equal shingles', () => {
    expect(sign(Int32Array.from([3, 1, 2, 2, 3]))).toEqual(sign(Int32Array.from([1, 2, 3])));
  });

  test('estimate the Jaccard similarity of 10,000 pairs', () => {
    let squares = 0;
    let bias = 0;
    for (let seed = 1; seed <= 10_000; seed += 1) {
      const { first, second, exact } = makePair(seed);
      const error = estimateSimilarity(sign(first), sign(second)) - exact;
      squares += error * error;
      bias += error;
    }
    // 112 independent slots would err by at most .047; a sample of small sets does not do worse
    expect(Math.sqrt(squares / 10_000)).toBeLessThan(0.05);
    expect(Math.abs(bias / 10_000)).toBeLessThan(0.003);
  });
});

describe('bands', () => {
  test('decide on pairs as a comparison row by row does', () => {
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const { first, second } = makePair(seed);
      const [one, other] = [sign(first), sign(second)];
      const keys = new Set(bandKeys(one, DEFAULT_SHAPE));
      const share = bandKeys(other, DEFAULT_SHAPE).some((key) => keys.has(key));
      expect(share).toBe(meet(one, other));
    }
  });

  test('keys are safe integers', () => {
    for (const key of bandKeys(sign(Int32Array.from([1, 2, 3])), DEFAULT_SHAPE))
      expect(Number.isSafeInteger(key)).toBe(true);
  });

  test('meet with the chance of the S-curve', () => {
    expect(chanceToMeet(0.8, DEFAULT_SHAPE)).toBeCloseTo(0.924, 3);
    const pairs = Array.from({ length: 6_000 }, (_, at) => makePair(at + 1)).filter(
      ({ exact }) => exact > 0.7 && exact < 0.85,
    );
    const met = pairs.filter(({ first, second }) => meet(sign(first), sign(second))).length;
    const expected = pairs.reduce((sum, { exact }) => sum + chanceToMeet(exact, DEFAULT_SHAPE), 0);
    expect(pairs.length).toBeGreaterThan(300);
    expect(Math.abs(met - expected) / pairs.length).toBeLessThan(0.06);
  });
});
