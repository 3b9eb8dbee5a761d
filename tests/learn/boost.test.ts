import { describe, expect, test } from 'vitest';
import { loadForest, sumTrees } from '../../src/detect/block-model/forest.ts';
import { boost } from '../../src/learn/boost.ts';
import { fitCalibration } from '../../src/learn/fit-calibration.ts';
import { disguise, DISGUISES } from '../../src/learn/disguise.ts';

const OPTIONS = {
  trees: 30,
  leaves: 8,
  rate: 0.2,
  penalty: 1,
  leastCurvature: 1,
  rowShare: 0.8,
  columnShare: 1,
  seed: 5,
};

/** Positive where exactly one of two columns is high, which no single split can tell. */
function examples() {
  const count = 800;
  const table = new Float32Array(count * 2);
  const labels = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const left = (row * 37) % 100;
    const right = (row * 61) % 83;
    table.set([left, right], row * 2);
    labels[row] = left > 50 === right > 40 ? 0 : 1;
  }
  return { columns: ['left', 'right'], table, labels, weights: new Float32Array(count).fill(1) };
}

describe('boosted trees', () => {
  test('learn what takes two questions', () => {
    const data = examples();
    const forest = loadForest(boost(data, OPTIONS), data.columns);
    const right = Array.from(data.labels, (label, row) => sumTrees(forest, data.table, row) > 0 === (label === 1));
    expect(right.filter(Boolean).length / right.length).toBeGreaterThan(0.97);
  });

  test('are the same to the byte for the same examples and seed', () => {
    expect(JSON.stringify(boost(examples(), OPTIONS))).toBe(JSON.stringify(boost(examples(), OPTIONS)));
  });

  test('find their columns by name and refuse unknown ones', () => {
    const data = examples();
    const fitted = boost(data, OPTIONS);
    const swapped = loadForest(fitted, ['right', 'left']);
    const plain = loadForest(fitted, ['left', 'right']);
    expect(sumTrees(swapped, Float32Array.from([80, 10]), 0)).toBe(sumTrees(plain, Float32Array.from([10, 80]), 0));
    expect(() => loadForest(fitted, ['left'])).toThrow(/right/);
  });
});

describe('calibration', () => {
  test('never falls', () => {
    const points = Array.from({ length: 400 }, (_, at) => ({
      score: at / 100,
      label: (at * 7919) % 400 < at ? 1 : 0,
      weight: 1,
    }));
    const { odds, probability } = fitCalibration(points);
    expect(odds).toEqual([...odds].sort((a, b) => a - b));
    expect(probability).toEqual([...probability].sort((a, b) => a - b));
    expect(probability.at(-1)).toBeGreaterThan(0.9);
  });
});

describe('a disguise', () => {
  test.each(DISGUISES.map((as) => [as.language, as] as const))('keeps marks and digits (%s)', (_, as) => {
    const line = 'In 1998, the harbour of Oxley was closed; 40 boats stayed away.';
    const disguised = disguise(line, as);
    expect(disguised).not.toBe(line);
    expect(disguised.match(/\d+/g)).toEqual(['1998', '40']);
    expect(disguised.replaceAll(/[\p{L}\p{M} ]/gu, '')).toMatch(/^1998[,，];40[.。]$/);
  });
});
