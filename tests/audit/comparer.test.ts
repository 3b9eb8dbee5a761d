import { describe, expect, test } from 'vitest';
import { auditAll, auditCorpus, createAuditor } from '../../src/audit/index.ts';
import type { AuditResult } from '../../src/model/report.ts';
import type { Source } from '../../src/model/source.ts';
import { loadRules } from '../../src/rules/load.ts';

const rules = loadRules('rules').filter(({ detect }) => detect.kind === 'template');
const auditor = createAuditor({ rules });

const ferry =
  'The ferry was late again because the wind had turned in the night and the crew would not risk the narrows before daylight came over the bay.';
const depot =
  'The council can still move the depot before winter, provided that the two landowners agree on a price within this month, said the mayor on Tuesday.';
const bees =
  'The bees of the old mill were brought to the orchard in April and have since then doubled in number, although nobody has looked after them since.';

function page(id: string, ...paragraphs: string[]): Source {
  const text = [
    'Harbour News Online',
    'Home of the northern coast',
    ...paragraphs,
    'Back to the top',
    '© Harbour News',
  ].join('\n');
  return { id, text, format: 'text' };
}

async function collect(results: AsyncIterable<AuditResult>, sources: readonly Source[]) {
  const found: [string, string, ...string[]][] = [];
  for await (const result of results) {
    if ('error' in result) continue;
    const source = sources.find(({ id }) => id === result.id) as Source;
    for (const { ruleId, start, end, related } of result.findings) {
      const place = related?.[0];
      const original = sources.find(({ id }) => id === place?.id);
      const there = place && original ? `${original.id}: ${original.text.slice(place.start, place.end)}` : undefined;
      found.push([result.id, ruleId, source.text.slice(start, end), ...(there === undefined ? [] : [there])]);
    }
  }
  return found;
}

describe('a stream of documents', () => {
  test('shows the lines of the page frame from the second document on', async () => {
    const sources = [page('a', ferry), page('b', depot)];
    expect(await collect(auditAll(sources, auditor), sources)).toEqual(
      ['Harbour News Online', 'Home of the northern coast', 'Back to the top', '© Harbour News'].map((line) => [
        'b',
        'duplicate/page-frame',
        line,
        `a: ${line}`,
      ]),
    );
  });

  test('does not take two versions of one text for a frame', async () => {
    const sources = [page('a', ferry, depot), page('b', ferry, depot, 'An afterword.')];
    expect(await collect(auditAll(sources, auditor), sources)).toEqual([]);
  });

  test('keeps a label that a document repeats', async () => {
    const table = Array.from({ length: 6 }, (_, at) => `Boat number ${at}\nSold out\nFull time\nBy the day`).join('\n');
    const sources = ['a', 'b'].map((id) => ({
      id,
      text: `${id === 'a' ? ferry : depot}\n${table}`,
      format: 'text' as const,
    }));
    const found = await collect(auditAll(sources, auditor), sources);
    expect(found.filter(([, , span = '']) => /Sold out|Full time/.test(span))).toEqual([]);
  });
});

describe('a collection', () => {
  const longer = page('c', bees, ferry, bees.replace('April', 'May'));
  const sources = [page('a', ferry, depot), page('b', ferry, depot.replace('winter', 'autumn')), longer];

  test('shows copies and shared paragraphs, the first document being the original', async () => {
    const found = await collect(
      auditCorpus(() => sources, auditor),
      sources,
    );
    expect(found.map(([id, rule]) => `${id} ${rule}`)).toEqual([
      'b duplicate/copied-document',
      'c duplicate/page-frame',
      'c duplicate/page-frame',
      'c duplicate/shared-paragraph',
      'c duplicate/page-frame',
      'c duplicate/page-frame',
    ]);
    expect(found[3]?.slice(2)).toEqual([ferry, `a: ${ferry}`]);
  });

  test('a line of many documents is found in the first of them, too', async () => {
    const texts = [ferry, depot, bees, ferry.replace('ferry', 'train'), depot.replace('depot', 'market')];
    const many = texts.map((text, at) => page(String(at), text.toUpperCase().split('').reverse().join('')));
    const found = await collect(
      auditCorpus(() => many, auditor),
      many,
    );
    expect(found.filter(([id]) => id === '0').length).toBe(4);
  });

  test('gives the same findings each time', async () => {
    const first = await collect(
      auditCorpus(() => sources, auditor),
      sources,
    );
    expect(
      await collect(
        auditCorpus(() => sources, auditor),
        sources,
      ),
    ).toEqual(first);
  });
});
