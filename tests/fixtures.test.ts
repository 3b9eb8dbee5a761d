import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAuditor } from '../src/audit/index.ts';
import type { DocumentReport } from '../src/model/report.ts';
import { isUnreadable, type Source } from '../src/model/source.ts';
import { readInputs } from '../src/read/index.ts';

/**
 * Whole documents and, beside each, a `.findings` file with what must be found: one finding a line, made to be read in a
 * review. `npm run accept` rewrites the files; a missing one fails.
 */
const auditor = createAuditor();
const files = new Map<string, Source[]>();
for await (const { result, origin } of readInputs(['fixtures'], {}, { stdin: noInput(), cwd: process.cwd() })) {
  if (isUnreadable(result)) throw new Error(`${result.id}: ${result.error.message}`);
  files.set(origin.path, [...(files.get(origin.path) ?? []), result]);
}

describe('fixtures', () => {
  test.each([...files])('%s', async (path, sources) => {
    const expected = `${path}.findings`;
    const updating = expect.getState().snapshotState['_updateSnapshot'] === 'all';
    expect(existsSync(expected) || updating, `${expected} is missing: run "npm run accept" and review it`).toBe(true);
    const rendered = sources.map((source) => render(auditor.audit(source), source, sources.length > 1)).join('\n');
    await expect(rendered).toMatchFileSnapshot(`../${expected}`);
  });
});

describe('clean fixtures', () => {
  const clean = [...files].filter(([path]) => path.startsWith('fixtures/clean/'));
  test('there are at least 15', () => expect(clean.length).toBeGreaterThanOrEqual(15));
  test.each(clean)('%s stays silent but for remarks', (_path, sources) => {
    for (const source of sources) {
      const report = auditor.audit(source);
      expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(report).toMatchObject({ score: 100, verdict: 'pass' });
    }
  });
});

describe('fixtures with defects', () => {
  const families = ['clutter', 'chatter', 'duplicate', 'degeneration', 'spun', 'damage', 'blocked'];
  test.each(families)('every document in %s/ has a finding of that family', (family) => {
    const own = [...files].filter(([path]) => path.startsWith(`fixtures/${family}/`) && !path.includes('/corpus-'));
    expect(own.length).toBeGreaterThan(0);
    const silent = own.filter(([, sources]) =>
      sources.every((source) => auditor.audit(source).counts[family as 'clutter'] === undefined),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });
});

function render(report: DocumentReport, source: Source, named: boolean): string {
  const head = `${named ? `${report.id}: ` : ''}${report.verdict} ${Math.round(report.score)}${report.headline ? `, ${report.headline}` : ''}`;
  const lines = report.findings.map((finding) => {
    const start = place(source.text, finding.start);
    const end = place(source.text, finding.end);
    return `${start}-${end} ${finding.severity} ${finding.ruleId} ${JSON.stringify(source.text.slice(finding.start, finding.end))}`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) as string).length + 1}`;
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
