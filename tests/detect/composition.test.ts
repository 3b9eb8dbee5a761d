import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { composition } from '../../src/detect/composition.ts';
import { numberClasses } from '../../src/detect/composition-classes.ts';
import { parseForm } from '../../src/detect/composition-forms.ts';
import { readPhrases } from '../../src/detect/composition-phrases.ts';
import type { CompositionDetect, RuleOf } from '../../src/model/rule.ts';
import type { Format } from '../../src/model/source.ts';
import { parse } from '../../src/parse/parse.ts';
import { toSource } from '../../src/parse/offset-map.ts';

const CLASSES = [
  ['en', 'if', 'if you (like|want)'],
  ['en', 'can', 'i (can|could) (also |)'],
  ['en', 'make', 'draw; write'],
  ['en', 'tell', 'let me know'],
  ['en', 'yes', 'certainly; sure'],
  ['en', 'here', "here is; here's"],
  ['en', 'label', 'completed table'],
  ['ko', 'if', '원하시면'],
  ['ko', 'can', '*드릴게요'],
] as const;

const WEIGHTS = {
  least: 0.5,
  sure: 0.8,
  head: 0.15,
  tail: 0.01,
  form: { strong: 2, fair: 0, weak: -4, quoted: -4, string: -4, said: -3, answered: 6, repeats: 6, together: 0 },
  mark: { strong: 2, inlineCode: -5 },
};

function ruleOf(name: string, detect: Partial<CompositionDetect>): RuleOf<'composition'> {
  return {
    id: `chatter/${name}`,
    family: 'chatter',
    title: name,
    why: name,
    severity: 'error',
    weighs: 'symptom',
    confidence: 0.9,
    message: '{found}',
    detect: { kind: 'composition', classes: CLASSES, weights: WEIGHTS, ...detect },
    examples: { bad: [], good: [], mistaken: [], missed: [] },
    sources: [],
  };
}

function find(rules: readonly RuleOf<'composition'>[], text: string, format: Format = 'text'): string[] {
  const document = parse({ id: 'test', text, format });
  return composition
    .compile(rules)(analyze(document), [])
    .map((hit) => {
      const { start, end } = hit.source ?? toSource(document, hit);
      return text.slice(start, end);
    });
}

const OFFER = ruleOf('offer', { forms: { strong: ['if .. can .. make'], weak: ['^tell'] }, closes: true });
const OPENER = ruleOf('opener', { forms: { strong: ['^yes! here'] } });

describe('forms', () => {
  test('find the whole sentence in which the classes stand in order', () => {
    const text = 'The mill is old. If you like, I can draw the wheel. It turns slowly.';
    expect(find([OFFER], text)).toEqual(['If you like, I can draw the wheel.']);
  });

  test('do not match classes out of order', () => {
    expect(find([OFFER], 'I can draw the wheel if you like.')).toEqual([]);
  });

  test('take weak words behind the sentence into the finding, and find nothing in them alone', () => {
    expect(find([OFFER], 'If you want, I could also write a song. Let me know!')).toEqual([
      'If you want, I could also write a song. Let me know!',
    ]);
    expect(find([OFFER], 'Let me know!')).toEqual([]);
  });

  test('keep an exclamation with the sentence behind it', () => {
    expect(find([OPENER], 'Certainly! Here is the longer text.')).toEqual(['Certainly! Here is the longer text.']);
    expect(find([OPENER], 'Certainly here is where they met.')).toEqual([]);
  });

  test('match ends of words written in Hangul', () => {
    const rule = ruleOf('offer', { forms: { strong: ['if .. can'] } });
    expect(find([rule], '원하시면 표로 정리해드릴게요.')).toEqual(['원하시면 표로 정리해드릴게요.']);
  });

  test('name the unknown class', () => {
    expect(() => parseForm('if .. nobody', numberClasses(CLASSES))).toThrow(/unknown word class "nobody"/);
  });
});

describe('surroundings', () => {
  test('quotations, strings of code and reported speech silence a form', () => {
    expect(find([OFFER], 'He wrote: “If you like, I can draw the wheel.”')).toEqual([]);
    expect(find([OFFER], 'const text = "If you like, I can draw it";')).toEqual([]);
  });

  test('the dash of speech is not a list mark', () => {
    const rule = ruleOf('offer', {
      forms: { strong: ['if .. can .. make'] },
      weights: { ...WEIGHTS, form: { strong: 2, dialogue: -4 } },
    });
    expect(find([rule], '— If you like, I can draw the wheel.')).toEqual([]);
  });
});

describe('residue', () => {
  const MARK = ruleOf('mark', {
    marks: [
      { words: ['oaicite'], pattern: '\\[oaicite:\\d\\]' },
      { words: ['sandbox'], raw: ['sandbox:/'], pattern: '\\[[^\\]]*\\]\\(sandbox:/[^)]*\\)' },
    ],
  });

  test('is found exactly, except in inline code', () => {
    expect(find([MARK], 'It was built in 1911 [oaicite:3].')).toEqual(['[oaicite:3]']);
    expect(find([MARK], 'Remove `[oaicite:3]` first.', 'markdown')).toEqual([]);
  });

  test('is found in addresses, which are not in the text', () => {
    expect(find([MARK], 'See [the table](sandbox:/mnt/t.csv) below.', 'markdown')).toEqual([
      '[the table](sandbox:/mnt/t.csv)',
    ]);
  });
});

describe('labels of answers', () => {
  const LABEL = ruleOf('label', { forms: { weak: ['^label!'] }, stretch: 5 });
  const row = 'The mill grinds rye and wheat and the forge makes nails and hinges for all.';

  test('say nothing alone', () => {
    expect(find([LABEL, OFFER], `Completed table:\n\n${row}`)).toEqual([]);
  });

  test('convict when the next block repeats an earlier one', () => {
    expect(find([LABEL, OFFER], `${row}\n\nCompleted table:\n\n${row}`)).toEqual(['Completed table:']);
  });

  test('open a stretch that an offer closes', () => {
    const text = `Completed table:\n\n${row}\n\nIf you like, I can draw the wheel.`;
    expect(find([LABEL, OFFER], text).sort()).toEqual(
      ['Completed table:', 'If you like, I can draw the wheel.', row].sort(),
    );
  });
});

describe('phrases', () => {
  test('keep alternatives as alternatives and write out only what they may begin with', () => {
    const phrases = readPhrases('(if|when) you (like|want (it|that)|); (really)? sure', 'en');
    expect(phrases.map(({ head, rest }) => [head.length, rest.length])).toEqual([
      [1, 2],
      [1, 2],
      [1, 1],
      [1, 0],
    ]);
  });

  test('refuse a bracket that is never closed', () => {
    expect(() => readPhrases('if (you', 'en')).toThrow(/never closed/);
  });
});
