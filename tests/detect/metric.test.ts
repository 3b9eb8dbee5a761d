import { expect, it } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { metric } from '../../src/detect/metric.ts';
import type { Hit } from '../../src/model/finding.ts';
import type { MetricDetect, RuleOf } from '../../src/model/rule.ts';
import { parse } from '../../src/parse/parse.ts';

function ruleOf(detect: Omit<MetricDetect, 'kind'>): RuleOf<'metric'> {
  return {
    id: 'degeneration/x',
    family: 'degeneration',
    title: 'x',
    why: 'x',
    severity: 'warning',
    weighs: 'extent',
    confidence: 0.5,
    message: 'x',
    detect: { kind: 'metric', ...detect },
    examples: { bad: [], good: [], mistaken: [], missed: [] },
    sources: [],
  };
}

function find(text: string, detect: Omit<MetricDetect, 'kind'>, earlier: readonly Hit[] = []): string[] {
  const analysis = analyze(parse({ id: 'x', text, format: 'text' }));
  const hits = metric.compile([ruleOf(detect)])(analysis, earlier);
  return hits.map(({ start, end }) => text.slice(start, end));
}

it('reports the blocks above a limit', () => {
  const text = 'one two three four\n\none two three four five';
  expect(find(text, { measure: 'block.words', above: 4 })).toEqual(['one two three four five']);
  expect(find(text, { measure: 'block.words', above: 3, below: 5 })).toEqual(['one two three four']);
});

it('reports the whole text when the document is measured', () => {
  expect(find('One two.\n\nThree four.', { measure: 'document.punctuation', above: 0 })).toEqual([
    'One two.\n\nThree four.',
  ]);
});

it('asks every condition, also of another unit', () => {
  const text = 'one two three four, five';
  const words = { measure: 'stretch.words', above: 3 };
  expect(find(text, { ...words, and: [{ measure: 'document.words', above: 4 }] })).toEqual(['one two three four']);
  expect(find(text, { ...words, and: [{ measure: 'document.words', above: 5 }] })).toEqual([]);
});

it('parts stretches at marks and dashes, not at hyphens or marks within numbers', () => {
  const text = 'a well-known road of 1.5 miles runs on; the other - the older - does not';
  expect(find(text, { measure: 'stretch.words', above: 1 })).toEqual([
    'a well-known road of 1.5 miles runs on',
    'the other',
    'the older',
    'does not',
  ]);
});

it('leaves a place to the mechanism that reported it before', () => {
  const text = 'one two three four\n\none two three four five';
  const salad = { ...ruleOf({ measure: '' }), detect: { kind: 'line', lines: ['x'] } } as const;
  expect(find(text, { measure: 'block.words', above: 1 }, [{ rule: salad, start: 2, end: 5 }])).toEqual([
    'one two three four five',
  ]);
});

it('says which measures there are when a rule asks for another', () => {
  expect(() => metric.compile([ruleOf({ measure: 'block.wit' })])).toThrow(
    /no measure "block\.wit"; it is one of document, block/,
  );
});

it('tells words apart from what no spelling makes', () => {
  expect(
    find('xkqzt 4a7b9 rhythm HTTP McDonald strength', { measure: 'block.odd', above: 0.33, below: 0.34 }),
  ).toHaveLength(1);
});

it('counts the scripts of a text and the changes between them', () => {
  const text = 'one δύο три four πέντε шесть seven οκτώ девять';
  expect(find(text, { measure: 'block.scripts', above: 2, below: 4 })).toEqual([text]);
  expect(find(text, { measure: 'block.switches', above: 0.88 })).toEqual([text]);
});
