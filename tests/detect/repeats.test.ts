import { describe, expect, test } from 'vitest';
import { createAuditor } from '../../src/audit/index.ts';
import { findSharedPairs } from '../../src/detect/shared-keys.ts';
import { loadRules } from '../../src/rules/load.ts';

const auditor = createAuditor({ rules: loadRules('rules').filter(({ family }) => family === 'duplicate') });
const check = (text: string) =>
  auditor
    .audit({ id: 'a', text, format: 'text' })
    .findings.map(({ ruleId, start, end, related = [] }) => [
      ruleId,
      text.slice(start, end),
      related.map((place) => text.slice(place.start, place.end)),
    ]);

const ferry =
  'The ferry was late again because the wind had turned in the night and the crew would not risk the narrows.';
const depot =
  'The council can still move the depot before winter if both landowners agree on a price within this month.';
const other = 'Nobody on the quay was surprised; most of them had brought bread and something to read.';

function form(trade: string, tool: string): string {
  return `She went to the ${trade} at the end of the lane and asked for a ${tool} with which she could mend the old gate before dark.`;
}

describe('repeats', () => {
  test('case, punctuation and spacing do not hide one', () => {
    const copy = ferry.toUpperCase().replace('.', '!').replaceAll(' ', '  ');
    expect(check(`${ferry}\n\n${other}\n\n${copy}`)).toEqual([['duplicate/repeated-paragraph', copy, [ferry]]]);
  });

  test('each repeat points at the first occurrence', () => {
    const found = check([ferry, other, ferry, depot, ferry].join('\n\n'));
    expect(found.map(([rule]) => rule)).toEqual(['duplicate/repeated-paragraph', 'duplicate/repeated-paragraph']);
    const starts = auditor
      .audit({ id: 'a', text: [ferry, other, ferry, depot, ferry].join('\n\n'), format: 'text' })
      .findings.map(({ related }) => related?.[0]?.start);
    expect(starts).toEqual([0, 0]);
  });

  test('a place is reported once, by the strictest rule', () => {
    const near = ferry.replace('the crew', 'its crew').replace('had turned', 'turned');
    expect(check([ferry, other, near].join('\n\n')).map(([rule, span]) => [rule, span])).toEqual([
      ['duplicate/near-repeat', near],
    ]);
  });

  test('three places alike are a form', () => {
    const texts = [form('smith', 'hammer'), other, form('tailor', 'needle'), depot, form('baker', 'peel')];
    expect(check(texts.join('\n\n')).filter(([rule]) => rule !== 'duplicate/echoed-sentence')).toEqual([]);
  });

  test('a teaser among menus is the copy, not the paragraph of the text', () => {
    const menu = ['Weather', 'Tides', 'Jobs', 'Contact', 'Print this page'];
    const lines = ['Most read', ferry, ...menu, other, ferry, depot, form('smith', 'hammer')];
    const text = lines.join('\n');
    expect(check(text)).toEqual([['duplicate/repeated-paragraph', ferry, [ferry]]]);
    const [finding] = auditor.audit({ id: 'a', text, format: 'text' }).findings;
    expect(finding).toMatchObject({ start: text.indexOf(ferry), message: expect.stringContaining('later') });
    expect(finding?.related?.[0]?.start).toBe(text.lastIndexOf(ferry));
  });

  test('what stands in the text twice below its teaser is reported twice', () => {
    const menu = ['Weather', 'Tides', 'Jobs', 'Contact', 'Print this page'];
    const body = [ferry, depot, form('smith', 'hammer'), form('baker', 'peel'), ferry, other];
    const text = ['Most read', ferry, ...menu, ...body].join('\n');
    const { findings } = auditor.audit({ id: 'a', text, format: 'text' });
    const exact = findings.filter(({ ruleId }) => ruleId === 'duplicate/repeated-paragraph');
    expect(exact.map(({ start }) => start)).toEqual([text.indexOf(ferry), text.lastIndexOf(ferry)]);
  });

  test('the later of two copies in running text is the copy, and so is one near the first', () => {
    const inText = [depot, ferry, other, 'Tides', 'Jobs', 'Contact', 'Print this page', depot + other, ferry, other];
    const near = ['Most read', ferry, 'Weather', 'Tides', 'Jobs', other, ferry, depot];
    for (const lines of [inText, near]) {
      const text = lines.join('\n');
      const { findings } = auditor.audit({ id: 'a', text, format: 'text' });
      expect(findings.map(({ start }) => start)).toContain(text.lastIndexOf(ferry));
      expect(findings.map(({ start }) => start)).not.toContain(text.indexOf(ferry));
    }
  });

  test('the same input gives the same findings, whatever was looked at before', () => {
    const text = [ferry, other, depot, ferry.replace('wind', 'gale')].join('\n\n');
    const first = check(text);
    check(text.replaceAll('the', 'der').toUpperCase());
    expect(check(text)).toEqual(first);
  });
});

describe('candidates', () => {
  test('share rare keys; a key of many places pairs nobody', () => {
    const keys = [
      [1, 2, 99],
      [3, 99],
      [1, 2, 99],
      [4, 99],
      [5, 99],
      [6, 99],
      [7, 99],
      [8, 99],
      [9, 99],
    ].map((own) => Int32Array.from(own));
    expect(findSharedPairs(keys, 2)).toEqual([{ first: 0, second: 2, shared: 2 }]);
  });

  test('a document of many alike sentences stays linear', () => {
    const text = Array.from(
      { length: 6000 },
      (_, at) =>
        `Boat ${at} leaves the pier at ${at % 24}:10 and calls at Sandwick and Northaven before it comes home again.`,
    ).join('\n\n');
    expect(check(text).length).toBeLessThan(60);
  });
});
