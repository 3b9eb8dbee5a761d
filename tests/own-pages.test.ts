import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runLine } from './cli/run-line.ts';

test("the project's own pages pass its own check", async () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs'];
  const result = await runLine(['check', ...pages, '--strict', '--format', 'csv'], { io: { cwd: process.cwd() } });
  const rows = result.stdout.split('\r\n').filter((row) => /^[^,]+,(?:review|fail),/.test(row));
  expect(rows).toEqual([]);
  expect(result).toMatchObject({ status: 0, stderr: '' });
});

test('the first block of the README is what the command prints', async () => {
  const [, command, printed] = /```\n\$ npx dross (.+)\n([^`]+)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const result = await runLine((command ?? '').split(' '), { io: { cwd: process.cwd() } });
  expect(result.stdout).toBe(printed);
});
