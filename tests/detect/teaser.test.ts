import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { loadRules } from '../../src/rules/load.ts';
import { compilePlan } from '../../src/rules/plan.ts';

const plan = compilePlan(loadRules('rules').filter(({ id }) => id === 'clutter/related-posts'));

function findIn(html: string): string[] {
  const analysis = analyze(parse({ id: 'x', text: html, format: 'html' }));
  return plan.detect(analysis).map(({ start, end }) => analysis.document.text.slice(start, end));
}

const ARTICLE = [
  'The mill on the lower river will be taken down in spring, the owners told the parish on Tuesday evening.',
  'Its wheel has not turned since the flood of 1968, and the roof of the drying floor fell in two winters ago.',
  'Whoever wants the old stones may fetch them, provided that he brings a cart of his own and four strong men.',
]
  .map((text) => `<p>${text}</p>`)
  .join('\n');

const OTHERS = [
  [
    'Heron moves into the town hall',
    'A grey heron has been living on the ledge below the clock since Sunday, and the mayor wants it to stay there.',
  ],
  [
    'Night bus to run again',
    'From the first of March a bus will leave the harbour at two in the morning, as it did until the year 2009.',
  ],
];

const TEASERS = OTHERS.map(([title, text]) => `<dt><a href="/x">${title}</a></dt><dd>${text}</dd>`).join('\n');

describe('a list of other articles', () => {
  test('goes on past what they are about', () => {
    const found = findIn(`<div>${ARTICLE}<h3>More harbour headlines</h3><dl>${TEASERS}</dl></div>`);
    expect(found).toEqual(['More harbour headlines', ...OTHERS.flat()]);
  });

  test('ends with prose below something else', () => {
    const found = findIn(
      `<div>${ARTICLE}<h3>Related posts</h3><ul><li><a href="/x">Heron moves in</a></li></ul>${ARTICLE}</div>`,
    );
    expect(found).toEqual(['Related posts', 'Heron moves in']);
  });

  test('ends with prose below a single link', () => {
    const [title, text] = OTHERS[0] as [string, string];
    const found = findIn(
      `<div>${ARTICLE}<h3>Related posts</h3><p><a href="/x">${title}</a></p><p>${text}</p>${ARTICLE}</div>`,
    );
    expect(found).toEqual(['Related posts', title]);
  });

  test('is left to itself where there is no article before it', () => {
    expect(findIn(`<div><h3>Latest headlines</h3><dl>${TEASERS}</dl></div>`)).not.toContain(OTHERS[0]?.[1]);
  });
});
