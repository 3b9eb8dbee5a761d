import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { CASES } from './cases.ts';
import { runLine } from './run-line.ts';

test.for(CASES)('$name', async ({ argv, status, stdout, stderr, ...setup }) => {
  const result = await runLine(argv, setup);
  expect(result.stderr).toMatch(stderr ?? /^$/);
  if (typeof stderr === 'string') expect(result.stderr).toBe(stderr);
  if (stdout instanceof RegExp) expect(result.stdout).toMatch(stdout);
  else if (stdout !== undefined) expect(result.stdout).toBe(stdout);
  expect(result.status).toBe(status);
});

test('writes a configuration that it then accepts', async () => {
  const { status, files } = await runLine(['init']);
  expect(status).toBe(0);
  const written = files['dross.config.yaml'] ?? '';
  const everything = written.replaceAll(/^# (?=\s|[a-zA-Z]+:)/gm, '');
  for (const config of [written, everything]) {
    const checked = await runLine(['rules', 'chatter/*'], {
      files: { 'dross.config.yaml': config, 'dross-rules/README.md': 'rules of ours' },
    });
    expect(checked.stderr).toBe('');
    expect(checked.status).toBe(0);
  }
});

test('proposes how records are read from a file of the folder', async () => {
  const record = { url: 'https://example.org/1', title: 'One', body: '<p>Calm words of some length.</p>' };
  const { files } = await runLine(['init'], { files: { 'feed.jsonl': `${JSON.stringify(record)}\n` } });
  const config = files['dross.config.yaml'] ?? '';
  expect(config).toContain('jsonl:\n  textField: "body"\n  idField: "url"\n  contentFormat: html\n');
  const argv = ['check', 'feed.jsonl', '--format', 'ndjson', '--families', 'chatter'];
  const checked = await runLine(argv, {
    files: { 'dross.config.yaml': config, 'feed.jsonl': JSON.stringify(record) },
  });
  expect(checked.stdout).toMatch(/^\{"id":"https:\/\/example\.org\/1","format":"html"/);
});

test('writes several formats at once, files atomically', async () => {
  const { status, stdout, files } = await runLine(
    ['check', 'a.txt', '--format', 'pretty', '--format', 'json=out.json', '--format', 'ndjson=out.ndjson'],
    { files: { 'a.txt': 'A quiet morning.\n' } },
  );
  expect(status).toBe(0);
  expect(stdout).toContain('1 document: 1 pass');
  expect(Object.keys(files)).toEqual(['a.txt', 'out.json', 'out.ndjson']);
  const whole = JSON.parse(files['out.json'] ?? '') as { documents: unknown[]; summary: { documents: number } };
  expect(whole.documents).toEqual([JSON.parse(files['out.ndjson'] ?? '')]);
  expect(whole.summary.documents).toBe(1);
});

test('adds a summary to the page of a GitHub run', async () => {
  const io = { env: { GITHUB_STEP_SUMMARY: join(tmpdir(), `dross-summary-${process.pid}.md`) } };
  try {
    const setup = { files: { 'a.txt': 'Calm.' }, io };
    await runLine(['check', 'a.txt', '--format', 'github'], setup);
    await runLine(['check', 'a.txt', '--format', 'github'], setup);
    await runLine(['check', 'a.txt', '--format', 'json'], setup);
    expect(readFileSync(io.env.GITHUB_STEP_SUMMARY, 'utf8').match(/^# dross$/gm)).toHaveLength(2);
  } finally {
    rmSync(io.env.GITHUB_STEP_SUMMARY, { force: true });
  }
});

test('leaves a file as it was when the run cannot be done', async () => {
  const { status, files } = await runLine(['check', 'gone.txt', '--format', 'json=out.json'], {
    files: { 'out.json': 'old' },
  });
  expect(status).toBe(2);
  expect(files).toEqual({ 'out.json': 'old' });
});

test.skipIf(process.platform !== 'linux')('tells in one line that a disk is full', async () => {
  const result = await runLine(['check', 'a.txt', '--format', 'json=/dev/full'], { files: { 'a.txt': 'Calm.' } });
  expect(result.stderr).toBe('dross: cannot write /dev/full: no space left on the device\n');
  expect(result.status).toBe(2);
});

test('ends quietly when the reader of its output goes away', async () => {
  let written = 0;
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      written += 1;
      done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
    },
  });
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.txt`, 'Calm.']));
  const result = await runLine(['check', '.', '--format', 'ndjson'], { files, io: { stdout } });
  expect(result).toMatchObject({ status: 0, stderr: '' });
  expect(written).toBe(1);
});

test('ends with 130 and no file when interrupted', async () => {
  const interruption = new AbortController();
  interruption.abort();
  const result = await runLine(['check', '.', '--format', 'json=out.json'], {
    files: { 'a.txt': 'Calm.' },
    io: { signal: interruption.signal },
  });
  expect(result.status).toBe(130);
  expect(Object.keys(result.files)).toEqual(['a.txt']);
});

test('shows a stack only when asked to', async () => {
  const result = await runLine(['check', 'gone.txt'], { io: { env: { DROSS_DEBUG: '1' } } });
  expect(result.stderr).toMatch(/\n {4}at /);
});
