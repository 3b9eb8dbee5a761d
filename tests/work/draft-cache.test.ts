import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { settle } from '../../src/settings/settle.ts';
import type { Flags } from '../../src/settings/settings.ts';
import { chooseAuditors } from '../../src/work/auditors.ts';
import { openDraftCache } from '../../src/work/draft-cache.ts';
import { runLine } from '../cli/run-line.ts';

let cache = '';

beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), 'dross-cache-'));
  cache = made;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

const segments = (): string[] => readdirSync(cache).filter((name) => name.endsWith('.drafts'));

const offer = 'Let me know if you would like me to expand on any of these points!';

function page(number: number): string {
  const body = `In the year ${1900 + number} the ferry stood still for ${number + 2} weeks, and those who had to cross the bay took the road around the northern shore, although it was longer by ${number + 3} miles.`;
  return ['Harbour News Online', 'Home of the northern coast', body, 'Back to the top', '© Harbour News', offer].join(
    '\n',
  );
}

const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`site/${at}.txt`, page(at)]));
const check = ['check', 'site', '--format', 'ndjson'];
const cached = (...flags: string[]): string[] => [...check, '--cache-folder', cache, ...flags];

test('changes no byte of a report, whatever stands before a document this time', async () => {
  const first = await runLine(cached(), { files });
  expect(first).toEqual(await runLine(check, { files }));
  expect(first.stdout).toContain('duplicate/page-frame');
  const others = { ...files, 'site/0.txt': 'Nothing of the kind.', 'site/5.txt': `${page(5)}\nMore.` };
  expect(await runLine(cached(), { files: others })).toEqual(await runLine(check, { files: others }));
  for (const flags of [['--corpus'], ['--min-severity', 'error'], ['--fail-under', '99']])
    expect(await runLine(cached(...flags), { files })).toEqual(await runLine([...check, ...flags], { files }));
});

test('is used by the next run: nothing is left to remember', async () => {
  await runLine(cached(), { files });
  expect(segments()).toHaveLength(1);
  await runLine(cached(), { files });
  expect(segments()).toHaveLength(1);
  await runLine(cached(), { files: { ...files, 'site/new.txt': 'A new text.' } });
  expect(segments()).toHaveLength(2);
});

test('knows a document by its text, not by its name', async () => {
  await runLine(cached(), { files });
  const { stdout } = await runLine(['check', 'moved.txt', '--format', 'ndjson', '--cache-folder', cache], {
    files: { 'moved.txt': page(3) },
  });
  expect(segments()).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({ id: 'moved.txt' });
});

function settingOf(severity: string): Record<string, string> {
  return { 'dross.config.yaml': `rules: { chatter/*: "${severity}" }\ncache: true\n` };
}

async function severitiesWith(severity: string): Promise<unknown> {
  const { stdout } = await runLine(cached(), { files: { ...settingOf(severity), ...files } });
  const { findings } = JSON.parse(stdout.split('\n')[0] ?? '') as {
    findings: { family: string; severity: string }[];
  };
  return findings.filter(({ family }) => family === 'chatter').map((finding) => finding.severity);
}

test('forgets what other rules found', async () => {
  expect(await severitiesWith('warning')).toEqual(['warning']);
  expect(await severitiesWith('info')).toEqual(['info']);
  expect(await severitiesWith('off')).toEqual([]);
  expect(await severitiesWith('warning')).toEqual(['warning']);
});

async function keyFor(flags: Flags, over: { version?: string; format?: 'text' | 'markdown'; all?: boolean } = {}) {
  const auditors = await chooseAuditors({ settings: settle(flags, '/') }, '/');
  const { version = '1.0.0', format = 'text', all = false } = over;
  const drafts = openDraftCache({ folder: cache, version, auditors, comparedFor: all ? 'all' : 'frames' });
  const key = drafts.keyOf({ id: 'a', text: page(1), format });
  drafts.close();
  return key;
}

test('asks for another draft when anything else is that it depends on', async () => {
  const keys = [
    await keyFor({}),
    await keyFor({ language: 'de' }),
    await keyFor({ families: ['chatter'] }),
    await keyFor({ filters: ['c4@dolma'] }),
    await keyFor({}, { version: '1.0.1' }),
    await keyFor({}, { format: 'markdown' }),
    await keyFor({}, { all: true }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(await keyFor({ failUnder: 90, strict: true })).toBe(keys[0]);
});

test('a damaged cache is told of and written anew', async () => {
  const sound = await runLine(cached(), { files });
  for (const name of segments()) writeFileSync(join(cache, name), 'neither fish nor fowl');
  const { stderr, ...rest } = await runLine(cached(), { files });
  expect(rest).toEqual({ status: sound.status, stdout: sound.stdout, files: sound.files });
  expect(stderr).toBe(`dross: the cache ${cache} was damaged; what could not be read was judged anew\n`);
  expect((await runLine(cached(), { files })).stderr).toBe('');
  expect(segments()).toHaveLength(1);
});

test('a cache that cannot be used is done without', async () => {
  const { status, stderr } = await runLine([...check, '--cache-folder', 'site/0.txt'], { files });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^dross: the cache .*site\/0\.txt cannot be used \(EEXIST\); documents were judged without it\n$/,
  );
});
