import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAuditor } from '../src/audit/index.ts';
import type { DocumentReport } from '../src/model/report.ts';
import { FORMATS, type Format } from '../src/model/source.ts';

const auditor = createAuditor();
const fixtures = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:txt|md|html)$/.test(name))
  .map((name) => readFileSync(join('fixtures', name), 'utf8'));
const plain = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(join('fixtures', name), 'utf8')] as const);

const audit = (text: string, format: Format = 'text'): DocumentReport => auditor.audit({ id: 'a', text, format });

/** What was found, whatever the line ends. */
function shown(report: DocumentReport, text: string): string[] {
  return report.findings.map(({ ruleId, start, end }) => `${ruleId} ${text.slice(start, end).replace(/\r\n?/g, '\n')}`);
}

function rules(report: DocumentReport): string[] {
  return report.findings.map(({ ruleId }) => ruleId);
}

/** What holds for every report, whatever the text. */
function expectSound(report: DocumentReport, text: string): void {
  let previous = { start: 0, end: 0, ruleId: '' };
  const ends: Record<string, number> = {};
  for (const finding of report.findings) {
    expect(finding.start).toBeGreaterThanOrEqual(previous.start);
    expect(finding.end).toBeGreaterThan(finding.start);
    expect(finding.end).toBeLessThanOrEqual(text.length);
    expect(finding.start).toBeGreaterThanOrEqual(ends[finding.family] ?? 0);
    expect(finding.points).toBeGreaterThanOrEqual(0);
    expect(isLowSurrogate(text, finding.start) || isLowSurrogate(text, finding.end)).toBe(false);
    ends[finding.family] = finding.end;
    previous = finding;
  }
  expect(report.score).toBeGreaterThanOrEqual(0);
  expect(report.score).toBeLessThanOrEqual(100);
  if (report.findings.length === 0) expect(report).toMatchObject({ score: 100, verdict: 'pass' });
}

function isLowSurrogate(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}

describe('a report is sound', () => {
  test('for any text in any format', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(any, fc.constantFrom(...FORMATS), (text, format) => expectSound(audit(text, format), text)),
      { numRuns: 200 },
    );
  });

  test('for any mutilation of a fixture', () => {
    const cut = fc.record({
      at: fc.nat(4_000),
      length: fc.nat(400),
      insert: fc.string({ unit: 'binary', maxLength: 12 }),
    });
    const mutilated = fc
      .tuple(fc.constantFrom(...fixtures), fc.array(cut, { minLength: 1, maxLength: 4 }))
      .map(([text, cuts]) =>
        cuts.reduce((result, { at, length, insert }) => result.slice(0, at) + insert + result.slice(at + length), text),
      );
    fc.assert(
      fc.property(mutilated, fc.constantFrom(...FORMATS), (text, format) => expectSound(audit(text, format), text)),
      { numRuns: 150 },
    );
  });
});

describe('the same text gives the same findings', () => {
  test.each(plain)('with other line ends: %s', (_name, text) => {
    const windows = text.replaceAll('\n', '\r\n');
    expect(shown(audit(windows), windows)).toEqual(shown(audit(text), text));
  });

  test.each(plain)('twice: %s', (_name, text) => {
    expect(JSON.stringify(audit(text))).toBe(JSON.stringify(createAuditor().audit({ id: 'a', text, format: 'text' })));
  });

  test('as text, Markdown and HTML, entities and all', () => {
    const paragraphs = [
      'The choir café “Æther” is open & full.',
      'As an AI language model, I cannot write about events after my last training update.',
      'It closes at ten, and nobody has ever been asked to leave before the soup was gone.',
    ];
    const html = `<html lang="en"><body>${paragraphs.map((text) => `<p>${text.replace('&', '&amp;').replace('é', '&eacute;').replace('“', '&ldquo;')}</p>`).join('\n')}</body></html>`;
    const text = paragraphs.join('\n\n');
    expect(rules(audit(text, 'markdown'))).toEqual(rules(audit(text)));
    expect(rules(audit(html, 'html'))).toEqual(rules(audit(text)));
  });
});
