import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parse as parseJunit } from 'junit2json';
import { describe, expect, test } from 'vitest';
import { loadRules } from '../../src/rules/load.ts';
import { openWriter, REPORT_FORMATS, type ReportFormat } from '../../src/report/formats.ts';
import { locate } from '../../src/report/locate.ts';
import { createTally } from '../../src/report/tally.ts';
import type { Source } from '../../src/model/source.ts';
import type { ScoredFinding } from '../../src/model/report.ts';
import { CONTEXT, findingAt, reportOf, sourceOf } from './samples.ts';

const rules = loadRules('rules').slice(0, 40);
const HOSTILE = 'a <b> & "c" \'d\' %, ::error:: |x| `y`\u0007 ]]> =1+1\n😀 Share this 😀\nend';

interface Sample {
  readonly source: Source;
  readonly findings: readonly ScoredFinding[];
  readonly line?: number;
}

const SHARE = HOSTILE.indexOf('Share');
const SAMPLES: readonly Sample[] = [
  {
    source: sourceOf(HOSTILE, 'some folder/ä b.txt'),
    findings: [
      findingAt(0, 49, { severity: 'error', message: HOSTILE, ruleId: rules[0]?.id ?? '', points: 9, fix: 'x' }),
      findingAt(SHARE, SHARE + 10, { severity: 'info', related: [{ id: 'b.txt', start: 1, end: 4 }] }),
    ],
  },
  { source: sourceOf('Calm.', 'calm.txt'), findings: [] },
  { source: sourceOf('Share this', 'record-7'), findings: [findingAt(0, 5)], line: 7 },
];

async function write(format: ReportFormat, samples: readonly Sample[] = SAMPLES): Promise<string> {
  const writer = await openWriter(format, { ...CONTEXT, rules });
  const tally = createTally();
  let text = writer.begin();
  for (const { source, findings, line } of samples) {
    const report = locate(reportOf(source, findings), source);
    tally.add(report);
    text += writer.document(report, source, { path: line ? 'feed.jsonl' : source.id, ...(line && { line }) });
  }
  tally.addUnreadable();
  const unreadable = { id: 'x.bin', error: { code: 'binary', message: 'x.bin is "not" <text>' } } as const;
  return text + writer.unreadable(unreadable, { path: 'x.bin' }) + writer.end(tally.summary());
}

describe('sarif', () => {
  const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  // written for draft 4, it uses nothing that later drafts read otherwise but its header
  const {
    $schema: _draft,
    id: _id,
    ...schema
  } = JSON.parse(readFileSync(schemaPath, 'utf8')) as Record<string, unknown>;
  const validate = ajv.compile(schema);

  test.each([{ samples: SAMPLES }, { samples: [] }])('is valid by the OASIS schema', async ({ samples }) => {
    validate(JSON.parse(await write('sarif', samples)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('points GitHub to relative URIs, lines, columns and rules', async () => {
    const { runs } = JSON.parse(await write('sarif')) as { runs: unknown };
    expect(runs).toMatchObject([
      {
        columnKind: 'utf16CodeUnits',
        results: [
          { ruleId: rules[0]?.id, ruleIndex: 0, locations: placed('some%20folder/%C3%A4%20b.txt', { startLine: 1 }) },
          {
            level: 'note',
            locations: placed('some%20folder/%C3%A4%20b.txt', { startLine: 2, startColumn: 4, endColumn: 14 }),
          },
          { level: 'warning', locations: placed('feed.jsonl', { startLine: 7 }) },
        ],
      },
    ]);
  });
});

function placed(uri: string, region: object): object {
  return [{ physicalLocation: { artifactLocation: { uri }, region } }];
}

test('junit is read by a CI parser, failures and errors where they belong', async () => {
  const text = await write('junit');
  expect(XMLValidator.validate(text)).toBe(true);
  const parsed = (await parseJunit(text)) as { testsuite: JunitSuite[] };
  expect(parsed.testsuite.map(({ name, failures, errors }) => [name, failures, errors])).toEqual([
    ['some folder/ä b.txt', 1, 0],
    ['calm.txt', 0, 0],
    ['record-7', 1, 0],
    ['x.bin', 0, 1],
  ]);
  expect(parsed.testsuite[0]?.testcase[0]?.failure[0]?.inner).toContain('error a <b> & "c"');
});

interface JunitSuite {
  readonly name: string;
  readonly failures: number;
  readonly errors: number;
  readonly testcase: readonly { readonly failure: readonly { readonly inner: string }[] }[];
}

test('checkstyle is read by a foreign XML parser', async () => {
  const text = await write('checkstyle');
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'error',
  });
  const parsed = parser.parse(text) as { checkstyle: { file: { name: string; error: Record<string, string>[] }[] } };
  const files = parsed.checkstyle.file;
  expect(files.map(({ name }) => name)).toEqual(['some folder/ä b.txt', 'feed.jsonl', 'x.bin']);
  expect(files[0]?.error[1]).toMatchObject({ line: '2', column: '4', severity: 'info', source: 'dross.clutter.menu' });
  expect(files[1]?.error[0]).toMatchObject({ line: '7', severity: 'warning' });
});

test('gitlab has the fields and values of its documentation, and no two fingerprints alike', async () => {
  const list = JSON.parse(await write('gitlab')) as Record<string, unknown>[];
  const validate = new Ajv().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string' },
        check_name: { type: 'string' },
        fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./)' },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  });
  expect(validate(list)).toBe(true);
  expect(list).toHaveLength(4);
  expect(new Set(list.map(({ fingerprint }) => fingerprint)).size).toBe(4);
});

test('csv is read by a foreign parser and holds no formula', async () => {
  const formula = sourceOf('=1+1, "x"\nline', 'f.csv');
  const text = await write('csv', [{ source: formula, findings: [findingAt(0, 14)] }, ...SAMPLES]);
  const rows = parseCsv(text, { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({ id: 'f.csv', start: '0', end: '14', excerpt: '\'=1+1, "x"\nline' });
  expect(rows[1]).toMatchObject({ message: HOSTILE, severity: 'error', line: '1' });
  expect(rows[3]).toMatchObject({ id: 'calm.txt', verdict: 'pass', ruleId: '' });
});

test('github annotates at most ten errors and ten warnings, the costliest, and tells of the rest', async () => {
  const text = 'word '.repeat(60);
  const findings = Array.from({ length: 60 }, (_, at) =>
    findingAt(at * 5, at * 5 + 4, { severity: at % 2 ? 'error' : 'warning', points: at, message: `no ${at}: 5%,\nx` }),
  );
  const lines = (await write('github', [{ source: sourceOf(text, 'a,b:c.txt'), findings }])).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
  expect(lines.at(-1)).toMatch(/^::notice title=dross::1 documents: .*; 41 more findings are not annotated$/);
  expect(lines).toContain(
    '::error file=a%2Cb%3Ac.txt,line=1,endLine=1,col=296,endColumn=300,title=clutter/menu::no 59: 5%25,%0Ax%0Aword',
  );
});

test('dolma counts characters as Python does and keys spans by rule', async () => {
  const [line = ''] = (await write('dolma')).split('\n');
  const { attributes } = JSON.parse(line) as { attributes: Record<string, number[][]> };
  const characters = Array.from(HOSTILE);
  expect(attributes['dross__document__score']).toEqual([[0, characters.length, 0.96]]);
  const [span] = attributes['dross__clutter__menu'] ?? [];
  expect(characters.slice(span?.[0], span?.[1]).join('')).toBe('Share this');
  expect(span?.[2]).toBe(0.9);
});

test('markdown keeps foreign text inside its cells', async () => {
  const text = await write('markdown');
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  for (const row of rows) expect([4, 6]).toContain(row.replaceAll(/\\./g, '').split('|').length - 2);
  expect(text).not.toContain('<b>');
});

test('html is one page that loads nothing and cannot be broken by a text', async () => {
  const source = sourceOf('a </script><script>alert(1)</script> <!-- b', 'x.txt');
  const page = await write('html', [{ source, findings: [findingAt(2, 11)] }]);
  const { load } = await import('cheerio');
  const $ = load(page);
  const data = $('script.data')
    .toArray()
    .map((element) => JSON.parse($(element).text()) as Record<string, unknown>);
  expect(data[0]).toMatchObject({ id: 'x.txt', text: source.text, findings: [{ start: 2, end: 11 }] });
  expect($('script:not(.data)')).toHaveLength(1);
  expect($('[src], link')).toHaveLength(0);
  expect(() => new Script($('script:not(.data)').text())).not.toThrow();
});

test('every format writes a whole report for no document at all', async () => {
  for (const format of REPORT_FORMATS) expect(typeof (await write(format, []))).toBe('string');
});
