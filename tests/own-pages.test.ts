import { expect, test } from 'vitest';
import { runLine } from './cli/run-line.ts';

test("the project's own pages pass its own check", async () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs'];
  const result = await runLine(['check', ...pages, '--strict', '--format', 'csv'], { io: { cwd: process.cwd() } });
  const rows = result.stdout.split('\r\n').filter((row) => /^[^,]+,(?:review|fail),/.test(row));
  expect(rows).toEqual([]);
  expect(result).toMatchObject({ status: 0, stderr: '' });
});
