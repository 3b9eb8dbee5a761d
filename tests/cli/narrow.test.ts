import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { runLine, type LineResult } from './run-line.ts';

const RULE = `title: Test word
why: a test needs something to find
severity: error
weighs: symptom
message: 'a test word was left in: "{found}"'
confidence: 0.9
detect: { kind: phrase, phrases: ["quux zebra", "quux lion"] }
examples:
  bad: ["the ⟦quux zebra⟧ is here"]
  good: ["the zebra is here"]
`;
const LINES = ['It was late.', '', 'The quux zebra sang by the river until the lamps went out.', '', 'Nobody slept.'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dross-narrow-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  execFileSync('mkdir', ['-p', join(folder, 'mine/chatter')]);
  writeFileSync(join(folder, 'mine/chatter/quux.yaml'), RULE);
  writeFileSync(join(folder, 'a.txt'), `${LINES.join('\n')}\n`);
});

function check(...flags: string[]): Promise<LineResult> {
  const argv = ['check', 'a.txt', '--rules', 'mine', '--families', 'chatter', '--format', 'ndjson', ...flags];
  return runLine(argv, { io: { cwd: folder } });
}

function edit(change: (text: string) => string, file = 'a.txt'): void {
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
}

function git(...words: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd: folder });
}

test('a known finding does not count, wherever its line moves', async () => {
  expect((await check()).status).toBe(1);
  const taken = await check('--baseline', 'known.json', '--update-baseline');
  expect(taken).toMatchObject({ status: 0, stderr: 'dross: baseline: 1 findings taken in\n' });
  edit((text) => `A new first line.\n\nAnd a second.\n${text}`);
  const moved = await check('--baseline', 'known.json');
  expect(moved).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(moved.stdout)).toMatchObject({ score: 100, verdict: 'pass', counts: {}, findings: [], known: 1 });
});

test('a known finding is still known when its words were edited, but a second one is new', async () => {
  await check('--baseline', 'known.json', '--update-baseline');
  edit((text) => text.replace('quux zebra', 'quux lion'));
  expect((await check('--baseline', 'known.json')).status).toBe(0);
  edit((text) => `${text}\nAgain the quux lion.\n`);
  const again = await check('--baseline', 'known.json');
  expect(again.status).toBe(1);
  expect(JSON.parse(again.stdout)).toMatchObject({ counts: { chatter: 1 }, known: 1, findings: [{ line: 7 }] });
});

test('the baseline only grows when asked to, and shrinks with --prune', async () => {
  await check('--baseline', 'known.json', '--update-baseline');
  const before = readFileSync(join(folder, 'known.json'), 'utf8');
  edit((text) => text.replace('quux zebra', 'bird'));
  const gone = await check('--baseline', 'known.json');
  expect(gone.stderr).toBe('dross: baseline: 1 known findings are gone; --prune removes them\n');
  expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(before);
  await check('--baseline', 'known.json', '--prune');
  expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))).toEqual({ version: 1, documents: {} });
});

test('reasons stay, and what has expired counts again', async () => {
  await check('--baseline', 'known.json', '--update-baseline');
  edit((text) => text.replace('"excerpt"', '"reason": "a quotation", "until": "2001-01-01", "excerpt"'), 'known.json');
  const expired = await check('--baseline', 'known.json', '--update-baseline');
  expect(expired).toMatchObject({ status: 1, stderr: /1 known findings have expired/ });
  edit((text) => text.replace('2001', '2999'), 'known.json');
  const kept = await check('--baseline', 'known.json', '--format', 'sarif=out.sarif');
  expect(kept.status).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'))).toMatchObject({
    runs: [{ results: [{ baselineState: 'unchanged', suppressions: [{ justification: 'a quotation' }] }] }],
  });
});

test('a baseline that is not there, or is none, is an error', async () => {
  expect(await check('--baseline', 'known.json')).toMatchObject({
    status: 2,
    stderr: /^dross: cannot read the baseline/,
  });
  writeFileSync(join(folder, 'known.json'), '[]');
  expect(await check('--baseline', 'known.json')).toMatchObject({ status: 2, stderr: /is not a baseline/ });
  expect(await check('--prune')).toMatchObject({ status: 2, stderr: 'dross: --prune needs --baseline file\n' });
});

test('only changed lines are judged', async () => {
  git('init', '-q', '-b', 'trunk');
  git('add', '.');
  git('commit', '-qm', 'as it was');
  expect(await check('--changed')).toMatchObject({ status: 0, stdout: '' });
  edit((text) => text.replace('Nobody slept.', 'Somebody slept.'));
  expect(JSON.parse((await check('--changed')).stdout)).toMatchObject({ verdict: 'pass', findings: [] });
  edit((text) => `${text}Then the quux zebra left.\n`);
  const worse = await check('--changed');
  expect(worse.status).toBe(1);
  expect(JSON.parse(worse.stdout)).toMatchObject({ findings: [{ line: 6 }] });
  git('checkout', '-qb', 'topic');
  git('commit', '-qam', 'more');
  expect(await check('--changed')).toMatchObject({ status: 0, stdout: '' });
  expect((await check('--since', 'trunk')).status).toBe(1);
  expect(await check('--since', 'nowhere')).toMatchObject({
    status: 2,
    stderr: /^dross: --changed needs git: .*nowhere/,
  });
});

test('shards are parts of the whole', async () => {
  const files = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`${at}.txt`, 'Calm.']));
  const ids: string[] = [];
  for (const shard of ['1/3', '2/3', '3/3']) {
    const { stdout } = await runLine(['check', '.', '--format', 'ndjson', '--shard', shard], { files });
    ids.push(
      ...stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    );
  }
  expect(ids.sort()).toEqual(Object.keys(files));
  expect(await runLine(['check', '.', '--shard', '4/3'], { files })).toMatchObject({ status: 2 });
});
