import { expect, test } from 'vitest';
import { createJsonWriter, createNdjsonWriter } from '../../src/report/json.ts';
import { locate } from '../../src/report/locate.ts';
import { createTally } from '../../src/report/tally.ts';
import { CONTEXT, findingAt, reportOf, sourceOf } from './samples.ts';

const source = sourceOf('Share this');
const report = locate({ ...reportOf(source, [findingAt(0, 5)]), headline: 'clutter' }, source);
const unreadable = { id: 'b.txt', error: { code: 'binary', message: 'not text' } } as const;

test('ndjson keeps the keys and their order of the contract', () => {
  const writer = createNdjsonWriter();
  const record = JSON.parse(writer.document(report, source)) as { findings: object[] };
  expect(Object.keys(record)).toEqual([
    'id',
    'format',
    'language',
    'score',
    'verdict',
    'headline',
    'shares',
    'counts',
    'measures',
    'findings',
  ]);
  expect(Object.keys(record.findings[0] ?? {})).toEqual(
    'ruleId family severity confidence message start end line column endLine endColumn excerpt points'.split(' '),
  );
  expect(JSON.parse(writer.unreadable(unreadable))).toEqual(unreadable);
});

test.each([0, 1, 3])('json is one object, with %i documents', (count) => {
  const writer = createJsonWriter(CONTEXT);
  const tally = createTally();
  let text = writer.begin();
  for (let at = 0; at < count; at += 1) {
    tally.add(report);
    text += writer.document(report, source);
  }
  text += writer.unreadable(unreadable) + writer.end(tally.summary());
  const whole = JSON.parse(text) as { schemaVersion: number; tool: object; documents: object[]; summary: object };
  expect(whole).toMatchObject({ schemaVersion: 1, tool: { name: 'dross', version: '1.2.3' } });
  expect(whole.documents).toHaveLength(count + 1);
  expect(whole.summary).toMatchObject({ documents: count, verdicts: { pass: 0, review: 0, fail: count } });
});
