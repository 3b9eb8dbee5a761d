import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAdder, explainLeaves, MOST_GROUPS } from '../../src/detect/block-model/attribution.ts';
import { type ForestData, loadForest, sumTrees } from '../../src/detect/block-model/forest.ts';

const COLUMNS = ['a', 'b', 'c', 'd', 'e'];

/** Grows trees in pre-order, of at most so many leaves each, from numbers below 1. */
function growForest(numbers: () => number, trees: number, mostLeaves: number): ForestData {
  const data = { columns: COLUMNS, base: -0.5, roots: [] as number[], feature: [] as number[], skip: [] as number[] };
  const value: number[] = [];
  const grow = (leaves: number): void => {
    const node = value.length;
    data.feature.push(leaves === 1 ? -1 : Math.floor(numbers() * COLUMNS.length));
    value.push(Math.round(numbers() * 8 - 4) / 2);
    data.skip.push(0);
    if (leaves === 1) return;
    const left = 1 + Math.floor(numbers() * (leaves - 1));
    grow(left);
    data.skip[node] = value.length - node;
    grow(leaves - left);
  };
  for (let tree = 0; tree < trees; tree += 1) {
    data.roots.push(value.length);
    grow(1 + Math.floor(numbers() * mostLeaves));
  }
  return { ...data, value };
}

function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const VALUE = fc.oneof(
  fc.integer({ min: -4, max: 4 }).map((half) => half / 2),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0),
);

describe('a forest', () => {
  test('gives each of many rows what walking down the trees gives it', () => {
    const rows = fc.array(fc.tuple(VALUE, VALUE, VALUE, VALUE, VALUE, VALUE), { minLength: 0, maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.nat(), (given, seed) => {
        const forest = loadForest(growForest(createNumbers(seed), 5, 32), COLUMNS, 6);
        const table = Float32Array.from(given.flat());
        const { odds } = forest.score({ rows: table, count: given.length });
        expect([...odds]).toEqual(given.map((_, row) => Math.fround(sumTrees(forest, table, row))));
      }),
    );
  });

  test('takes more rows than it scores at a time', () => {
    const numbers = createNumbers(3);
    const forest = loadForest(growForest(numbers, 9, 20), COLUMNS);
    const count = 700;
    const table = Float32Array.from({ length: count * COLUMNS.length }, () => numbers() * 6 - 3);
    const { odds } = forest.score({ rows: table, count });
    expect([...odds]).toEqual(Array.from(odds, (_, row) => Math.fround(sumTrees(forest, table, row))));
  });

  test('says for each row why: the reasons and what the trees say unasked make its odds', () => {
    const numbers = createNumbers(5);
    const forest = loadForest(growForest(numbers, 12, 30), COLUMNS);
    const table = Float32Array.from({ length: 50 * COLUMNS.length }, () => numbers() * 6 - 3);
    const { odds, reached } = forest.score({ rows: table, count: 50 });
    const add = createAdder(explainLeaves(forest, [0, 1, 2, 3, MOST_GROUPS - 1]), forest.trees);
    const unasked = [...odds].map((score, row) => {
      const sums = new Float64Array(MOST_GROUPS);
      add(reached.subarray(row * forest.trees, (row + 1) * forest.trees), sums);
      return score - sums.reduce((sum, one) => sum + one, 0);
    });
    for (const rest of unasked) expect(rest).toBeCloseTo(unasked[0] as number, 4);
    expect(() => explainLeaves(forest, [MOST_GROUPS])).toThrow(/room/);
  });

  test('refuses a tree with more leaves than a word has bits', () => {
    const chain = Array.from({ length: 32 }, (_, at) => at);
    const data = {
      columns: ['a'],
      base: 0,
      roots: [0],
      feature: [...chain.flatMap(() => [0, -1]), -1],
      skip: [...chain.flatMap(() => [2, 0]), 0],
      value: [...chain.flatMap((at) => [at, at]), 0],
    };
    expect(() => loadForest(data, ['a'])).toThrow(/more than 32 leaves/);
  });
});
