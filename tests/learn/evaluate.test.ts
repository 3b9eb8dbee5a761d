import { describe, expect, test } from 'vitest';
import type { DocumentReport } from '../../src/model/report.ts';
import { evaluate, fitWeights, readLabelledRecord } from '../../src/learn/index.ts';

function reportOf(findings: readonly { start: number; end: number; family: string }[]): DocumentReport {
  return { findings } as unknown as DocumentReport;
}

describe('labelled records', () => {
  test('of lines label clutter', () => {
    const lines = [
      { t: 'Home', y: 0 },
      { t: 'The storm passed.', y: 1 },
      { t: 'May', y: null },
    ];
    const document = readLabelledRecord({ id: 'a', lines }, 'x:1');
    expect(document.text).toBe('Home\nThe storm passed.\nMay');
    expect(document.labels.map(({ family }) => family)).toEqual(['clutter', 'content', null]);
    expect(document.text.slice(document.labels[1]?.start, document.labels[1]?.end)).toBe('The storm passed.');
  });

  test('say what is wrong with them and where', () => {
    expect(() => readLabelledRecord({ id: 'a' }, 'f.jsonl:3')).toThrow(/^f\.jsonl:3: a record needs/);
    const label = { start: 0, end: 99, family: 'clutter' };
    expect(() => readLabelledRecord({ id: 'a', text: 'short', labels: [label] }, 'f:1')).toThrow(/does not lie in/);
    const wrong = { start: 0, end: 2, family: 'cluter' };
    expect(() => readLabelledRecord({ id: 'a', text: 'short', labels: [wrong] }, 'f:1')).toThrow(
      /unknown family "cluter"/,
    );
  });
});

describe('evaluation', () => {
  const documents = [
    readLabelledRecord({ id: 'a', text: 'aaaaabbbbb', labels: [{ start: 0, end: 5, family: 'clutter' }] }, 'x:1'),
    readLabelledRecord({ id: 'b', text: 'cccccddddd', labels: [{ start: 5, end: 10, family: null }] }, 'x:2'),
  ];

  test('counts code units and leaves out what nobody knows', () => {
    const finding = { start: 0, end: 10, family: 'clutter' };
    const [clutter] = evaluate(documents, () => reportOf([finding]));
    expect(clutter?.family).toBe('clutter');
    expect(clutter?.places).toBe(1);
    expect(clutter?.recall.value).toBe(1);
    expect(clutter?.precision.value).toBeCloseTo(5 / 15);
    expect(clutter?.soundFlagged.value).toBe(1);
  });

  test('is perfect when findings are the labels', () => {
    const [clutter] = evaluate(documents, ({ id }) =>
      reportOf(id === 'a' ? [{ start: 0, end: 5, family: 'clutter' }] : []),
    );
    expect(clutter?.f1).toEqual({ value: 1, low: 1, high: 1 });
  });
});

test('weights learned from labelled pages find the clutter of like pages', () => {
  const pages = Array.from({ length: 24 }, (_, page) => ({
    id: `page ${page}`,
    set: 'made',
    lines: [
      ...['Home', 'News', 'Contact'].map((t) => ({ t, y: 0 as const })),
      ...Array.from({ length: 5 }, (_, at) => ({
        t: `The ${page}th boat of the harbour left at dawn, and ${at} of its crew had not slept in the nights before it.`,
        y: 1 as const,
      })),
      ...['Imprint', 'Privacy'].map((t) => ({ t, y: 0 as const })),
    ],
  }));
  const { file, figures } = fitWeights({ text: pages, html: [] }, { trees: 40, folds: 2 });
  expect(file.html).toBeUndefined();
  expect(file.text?.first.roots.length).toBe(40);
  expect(figures[0]?.set).toBe('made');
  expect(figures[0]?.f1).toBeGreaterThan(0.9);
});
