import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDocuments } from '../corpus/texts.ts';
import { runLine } from './run-line.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dross-corpus-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = [...generateDocuments(60)];
const records = documents.map(({ id, text }) => JSON.stringify({ id, text })).join('\n');
const run = (words: string, stdin?: string) =>
  runLine(['corpus', ...words.split(' ')], { io: { cwd: folder }, ...(stdin !== undefined && { stdin }) });

describe('dross corpus', () => {
  test('adds, once', async () => {
    const first = await run('add - --input-format jsonl', records);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^added 60, replaced 0, known before 0\n60 documents, \d+ of them like an earlier one/,
    );
    expect((await run('add - --input-format jsonl', records)).stdout).toMatch(
      /^added 0, replaced 0, known before 60\n/,
    );
  });

  test('lists clusters, for people and for programs', async () => {
    const lines = (await run('clusters --json')).stdout.trim().split('\n');
    const clusters = lines.map(
      (line) => JSON.parse(line) as { members: { id: string; like?: string; alike?: number }[] },
    );
    expect(clusters.length).toBeGreaterThan(2);
    const [first, second] = clusters[0]?.members ?? [];
    const text = (await run('clusters')).stdout;
    expect(text).toContain(`${first?.id}  (${clusters[0]?.members.length} documents)`);
    expect(text).toContain(`${second?.id}  ${Math.round(100 * (second?.alike ?? 0))} % like ${second?.like}`);
  });

  test('tells what is near', async () => {
    const asked = JSON.stringify({ id: 'new', text: documents[3]?.text });
    expect((await run('near - --input-format jsonl', asked)).stdout).toContain('new  100 % like d3\n');
  });

  test('forgets, and counts', async () => {
    expect(await run('forget d3')).toMatchObject({ status: 0, stdout: 'forgot 1 of 1\n' });
    expect(await run('forget d3')).toMatchObject({ status: 1, stdout: 'forgot 0 of 1\n' });
    expect((await run('stats')).stdout).toMatch(/^59 documents of \d+ words\n/);
  });

  test('says what is wrong in a line', async () => {
    expect(await run('stats --index nothing.dross')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/there is no index/) as string,
    });
    expect(await run('dance')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/corpus needs one of: add, clusters/) as string,
    });
    expect(await run('add - --similarity 7', records)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/--similarity is a number/) as string,
    });
    expect(await run('add - --bands 9', records)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/made with 14 bands/) as string,
    });
  });

  test('an index that another process writes is refused, and is whole afterwards', async () => {
    const script = `
      const { DuckDBInstance } = await import('@duckdb/node-api');
      const instance = await DuckDBInstance.create(${JSON.stringify(join(folder, 'corpus.dross'))});
      await instance.connect();
      process.stdout.write('open');
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: process.cwd() });
    try {
      await once(other.stdout, 'data');
      expect(await run('stats')).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/is in use by another process/) as string,
      });
    } finally {
      other.kill('SIGKILL');
      await once(other, 'close');
    }
    expect((await run('stats')).stdout).toMatch(/^59 documents/);
  });
});
