import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The shipped program as the system sees it: signals, pipes, exit status. */
const built = `.cache/test-${process.pid}`;
const bin = resolve(built, 'bin.js');
let folder = '';

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--no-types', `--out=${built}`]);
  folder = mkdtempSync(join(tmpdir(), 'dross-process-'));
});

afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

function start(argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [bin, ...argv], { cwd: folder, stdio: 'pipe' });
}

async function ending(child: ChildProcess): Promise<{ status: number | null; signal: string | null; stderr: string }> {
  const pieces: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => pieces.push(chunk.toString()));
  return new Promise((done) => {
    child.once('close', (status, signal) => done({ status, signal, stderr: pieces.join('') }));
  });
}

test('ends quietly when the pipe it writes to is closed', async () => {
  const records = Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ id, text: 'A calm sentence.' })).join(
    '\n',
  );
  writeFileSync(join(folder, 'many.jsonl'), records);
  const child = start(['check', 'many.jsonl', '--format', 'ndjson']);
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect(await ending(child)).toEqual({ status: 0, signal: null, stderr: '' });
});

test('ends with 130 and nothing half-written on Ctrl-C, even while it waits for input', async () => {
  const child = start(['check', '-', '--input-format', 'jsonl', '--format', 'json=out.json', '--format', 'ndjson']);
  child.stdin?.write('{"id":"a","text":"A calm sentence."}\n');
  child.stdout?.once('data', () => child.kill('SIGINT'));
  expect(await ending(child)).toEqual({ status: 130, signal: null, stderr: '' });
  expect(readdirSync(folder).filter((name) => name.includes('out.json'))).toEqual([]);
});

test('writes everything before it ends', async () => {
  const child = start(['rules', '--json']);
  const pieces: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => pieces.push(chunk));
  expect(await ending(child)).toEqual({ status: 0, signal: null, stderr: '' });
  expect(JSON.parse(Buffer.concat(pieces).toString())).toBeInstanceOf(Array);
});
