import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltProgram, ending } from './built-program.ts';

/** The shipped program as the system sees it: signals, pipes, exit status. */
let program: BuiltProgram;

beforeAll(() => {
  program = new BuiltProgram();
});

afterAll(() => program.remove());

test('ends quietly when the pipe it writes to is closed', async () => {
  const records = Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ id, text: 'A calm sentence.' })).join(
    '\n',
  );
  writeFileSync(join(program.folder, 'many.jsonl'), records);
  const child = program.start(['check', 'many.jsonl', '--format', 'ndjson']);
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect(await ending(child)).toMatchObject({ status: 0, signal: null, stderr: '' });
});

test('ends with 130 and nothing half-written on Ctrl-C, even while it waits for input', async () => {
  const child = program.start([
    'check',
    '-',
    '--input-format',
    'jsonl',
    '--format',
    'json=out.json',
    '--format',
    'ndjson',
  ]);
  child.stdin?.write('{"id":"a","text":"A calm sentence."}\n');
  child.stdout?.once('data', () => child.kill('SIGINT'));
  expect(await ending(child)).toMatchObject({ status: 130, signal: null, stderr: '' });
  expect(readdirSync(program.folder).filter((name) => name.includes('out.json'))).toEqual([]);
});

test('writes everything before it ends', async () => {
  const { status, stdout, stderr } = await program.run(['rules', '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toBeInstanceOf(Array);
});
