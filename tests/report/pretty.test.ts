import { expect, test } from 'vitest';
import { locate } from '../../src/report/locate.ts';
import { createPrettyWriter } from '../../src/report/pretty.ts';
import { createTally } from '../../src/report/tally.ts';
import type { ScoredFinding } from '../../src/model/report.ts';
import type { WriterContext } from '../../src/report/writer.ts';
import { CONTEXT, findingAt, reportOf, sourceOf } from './samples.ts';

function page(text: string, findings: readonly ScoredFinding[], context: Partial<WriterContext> = {}): string {
  const source = sourceOf(text);
  const report = locate(reportOf(source, findings), source);
  const tally = createTally();
  tally.add(report);
  const writer = createPrettyWriter({ ...CONTEXT, ...context });
  return writer.begin() + writer.document(report, source) + writer.end(tally.summary());
}

test('marks the span inside its line', () => {
  expect(page('First line.\nThen Share this came.\n', [findingAt(17, 27)])).toBe(
    [
      `a.txt${' '.repeat(65)}fail  98.0`,
      '',
      '  2:6       warning  a menu entry was left in  clutter/menu',
      '  │ Then ⟦Share this⟧ came.',
      '',
      '1 document: 1 fail',
      '1 finding: 1 clutter',
      '',
    ].join('\n'),
  );
});

test('folds neighbouring findings of a rule and names the rule', () => {
  const text = Array.from({ length: 120 }, (_, at) => `Entry ${at}`).join('\n');
  const findings = Array.from(text.matchAll(/Entry \d+/g), ({ index, 0: found }) =>
    findingAt(index, index + found.length),
  );
  const shown = page(text, findings);
  expect(shown.split('\n').length).toBeLessThan(10);
  expect(shown).toContain('1–120     warning  120 × a menu entry was left in  clutter/menu');
  expect(shown).toContain('│ Entry 0 · Entry 1 · ');
});

test('stays within 80 columns whatever the text', () => {
  const text = `${'word '.repeat(500)}\n${'x'.repeat(2000)}`;
  const message = 'a rather long message that has a lot to say about what it found and why it does not belong here';
  const shown = page(text, [findingAt(1000, 1004, { message }), findingAt(2510, 4000, { ruleId: 'clutter/long' })]);
  for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('never passes control characters of a text on to the terminal', () => {
  const shown = page('Be \u001b[31mred\u0007 \u202Enow\n', [findingAt(3, 17)]);
  // oxlint-disable-next-line no-control-regex
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('colours only when asked to', () => {
  expect(page('Share this', [findingAt(0, 5)])).not.toContain('\u001b[');
  expect(page('Share this', [findingAt(0, 5)], { colours: true })).toContain('\u001b[');
});

test('says nothing of a document in which nothing was found, and only counts it', () => {
  expect(page('Calm.', [])).toBe('1 document: 1 pass\nno findings\n');
  expect(page('Calm.', [], { quiet: true })).toBe('');
});
