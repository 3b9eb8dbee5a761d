import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { collocation, makeReplacements } from '../../src/detect/collocation.ts';
import { readMarked } from '../../src/detect/marked-phrase.ts';
import { swap } from '../../src/detect/swap.ts';
import type { CollocationDetect } from '../../src/model/damage-detect.ts';
import type { Detect, Rule, RuleOf } from '../../src/model/rule.ts';
import { parse } from '../../src/parse/parse.ts';

function ruleWith<D extends Detect>(detect: D): Rule<D> {
  return {
    id: 'spun/test',
    family: 'spun',
    title: 'test',
    why: 'test',
    severity: 'warning',
    weighs: 'symptom',
    confidence: 0.9,
    message: '{found}',
    detect,
    examples: { bad: [], good: [], mistaken: [], missed: [] },
    sources: [],
  };
}

const analysisOf = (text: string) => analyze(parse({ id: 'a', text, format: 'text' }), { language: 'en' });
const pairs = [
  ['hen back', 'come back'],
  ['(the|a) big [hen]', 'pen'],
] as const;

function found(detect: Partial<RuleOf<'swap'>['detect']>, text: string) {
  const hits = swap.compile([ruleWith({ kind: 'swap', pairs, ...detect })])(analysisOf(text), []);
  return hits.map((hit) => [text.slice(hit.start, hit.end), hit.fix, hit.severity ?? 'as the rule']);
}

describe('swapped wordings', () => {
  test('carry the expected wording as the fix, for the marked part alone', () => {
    expect(found({}, 'Write with the big hen and hen back soon.')).toEqual([
      ['hen', 'pen', 'as the rule'],
      ['hen back', 'come back', 'as the rule'],
    ]);
  });

  test('are not read across a comma', () => {
    expect(found({}, 'We saw a hen, back in May.')).toEqual([]);
  });

  test('are silenced where an exception overlaps', () => {
    expect(found({ unless: ['tall hen back'] }, 'One tall hen back there, one hen back here.')).toHaveLength(1);
  });

  test('are only told when they are rare, and grave when they are dense', () => {
    const rare = `${'Plain words of a plain text go on here. '.repeat(200)}They hen back.`;
    expect(found({ leastDensity: 3 }, rare).map(([, , severity]) => severity)).toEqual(['info']);
    const dense = 'They hen back. '.repeat(4);
    expect(new Set(found({ errorDensity: 4 }, dense).map(([, , severity]) => severity))).toEqual(new Set(['error']));
  });
});

describe('marked phrases', () => {
  test('say how many words stand beside the part that is meant', () => {
    expect(readMarked('(a|the) very [old cat] sat')).toEqual({
      phrase: '(a|the) very old cat sat',
      before: 2,
      behind: 1,
      exact: true,
    });
  });

  test('are refused when the company has no fixed length', () => {
    expect(() => readMarked('(a|all the) [cat]')).toThrow(/as many words/);
  });
});

describe('fixed expressions', () => {
  const detect: CollocationDetect = {
    kind: 'collocation',
    expressions: ['under the [weather]'],
    synonyms: [['weather', 'climate', 'sky']],
    allowed: ['under the sky of'],
  };

  test('are looked for with each replacement', () => {
    expect(makeReplacements(detect).map(({ phrase }) => phrase)).toEqual([
      'under the climate',
      'under the sky',
      'under the sky of',
    ]);
  });

  test('are right where the wording is allowed', () => {
    const find = collocation.compile([ruleWith(detect)]);
    expect(find(analysisOf('He felt under the climate.'), []).map(({ fix }) => fix)).toEqual(['under the weather']);
    expect(find(analysisOf('They slept under the sky of June.'), [])).toEqual([]);
  });

  test('need synonyms for their word', () => {
    expect(() => makeReplacements({ ...detect, expressions: ['over the [moon]'] })).toThrow(/moon/);
  });
});
