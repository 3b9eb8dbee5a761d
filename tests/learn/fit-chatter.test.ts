import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitLogistic } from '../../src/learn/fit-logistic.ts';
import {
  fitChatter,
  measureChatter,
  measureUnseenWording,
  readChatterDocument,
  readUnseenList,
  recordsOfExamples,
  withWeights,
} from '../../src/learn/index.ts';
import { isLeakExact, isLeakFound, type ChatterRecord } from '../../src/learn/chatter-record.ts';
import { foldByWording, groupByWording } from '../../src/learn/wording.ts';
import type { CompositionWeighting } from '../../src/model/rule.ts';
import { loadRules } from '../../src/rules/load.ts';

describe('the logistic fit', () => {
  const observations = [
    ...Array.from({ length: 30 }, () => ({ features: { words: 1 }, positive: true })),
    ...Array.from({ length: 10 }, () => ({ features: { words: 1 }, positive: false })),
    ...Array.from({ length: 40 }, () => ({ features: { words: 1, quoted: 1 }, positive: false })),
  ];

  test('finds the log odds where there is much to see', () => {
    const weights = fitLogistic(observations, { means: { words: 0, quoted: 0 }, precision: 0.001 });
    expect(weights['words']).toBeCloseTo(Math.log(3), 1);
    expect(weights['quoted']).toBeLessThan(-5);
  });

  test('stays where it was put when nothing is seen, and near it when held strongly', () => {
    expect(fitLogistic([], { means: { words: 2 }, precision: 1 })).toEqual({ words: 2 });
    const held = fitLogistic(observations, { means: { words: 2, quoted: -3 }, precision: 1000 });
    expect(held['words']).toBeCloseTo(2, 1);
    expect(held).not.toHaveProperty('other');
  });
});

describe('folds of wording', () => {
  const texts = [
    'If you like, I can also draw a map of the harbour.',
    'If you like, I can also draw a map of the castle.',
    'Certainly! Here is the revised letter to the council.',
    '如果你愿意，我可以再画一张港口的地图。',
    '如果你愿意，我可以再画一张城堡的地图。',
  ];

  test('put like wording together', () => {
    expect(groupByWording(texts)).toEqual([0, 0, 2, 3, 3]);
    const folds = foldByWording(texts, 3);
    expect(folds[0]).toBe(folds[1]);
    expect(folds[3]).toBe(folds[4]);
    expect(new Set(folds).size).toBe(3);
  });
});

describe('a leak', () => {
  const record: ChatterRecord = {
    id: 'a',
    text: 'Bread rises. Shall I go on?',
    format: 'text',
    label: 'leak',
    leak: 'Shall I go on?',
  };

  test('is found by half of it, and exact by both ends', () => {
    expect(isLeakFound(record, [{ start: 13, end: 21 }])).toBe(true);
    expect(isLeakFound(record, [{ start: 0, end: 15 }])).toBe(false);
    expect(isLeakExact(record, [{ start: 12, end: 27 }])).toBe(true);
    expect(isLeakExact(record, [{ start: 0, end: 27 }])).toBe(false);
  });
});

describe('fitting the rules', () => {
  const rules = loadRules('rules').filter(({ family }) => family === 'chatter');
  const some = rules.filter(({ id }) => ['chatter/offer', 'chatter/opener', 'chatter/refusal'].includes(id));
  const byHand = JSON.parse(readFileSync('rules/chatter/weights-by-hand.json', 'utf8')) as CompositionWeighting;
  const records = some.flatMap(recordsOfExamples);

  test('gives the same weights twice, and ones that hold for what was seen', () => {
    const documents = records.map(readChatterDocument);
    const weights = fitChatter(some, documents, byHand);
    expect(JSON.stringify(fitChatter(some, documents, byHand))).toBe(JSON.stringify(weights));
    expect(weights.form).not.toEqual(byHand.form);
    const figures = measureChatter(withWeights(some, weights), records);
    expect(figures.recall).toBeGreaterThan(0.95);
    expect(figures.falseAlarms).toBeLessThan(0.05);
  });

  test('shows what is lost without the phrases of a fold', () => {
    const { weights, phrases } = measureUnseenWording({
      rules: some,
      records,
      own: [],
      independent: [],
      byHand,
      folds: 3,
    });
    expect(phrases.leaks).toBe(weights.leaks);
    expect(phrases.recall).toBeLessThan(weights.recall);
  });
});

test('a list of sentences becomes texts with the sentence before or behind an article', () => {
  const [opener, offer] = readUnseenList('en\topener\tSure!\nen\toffer\tShall I go on?\n', 'en\tOne.\tTwo.\n');
  expect(opener?.text).toBe('Sure!\n\nOne.\n\nTwo.');
  expect(offer).toMatchObject({ text: 'One.\n\nTwo.\n\nShall I go on?', leak: 'Shall I go on?', lang: 'en' });
});
