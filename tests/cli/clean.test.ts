import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runLine } from './run-line.ts';

const RULE = `title: Test line
why: a test needs something to remove
severity: warning
weighs: extent
message: 'a test line was left in'
confidence: 0.9
detect: { kind: line, lines: ["quux the zebra"] }
examples:
  bad: ["⟦Quux the zebra⟧"]
  good: ["Zebra"]
`;
const RULES = { 'mine/clutter/quux.yaml': RULE };
const MINE = ['--rules', 'mine', '--families', 'clutter'];
const TEXT = 'The boats came back before noon.\n\nQuux the zebra\n\nNobody asked them why.\n';
const CLEANED = 'The boats came back before noon.\n\nNobody asked them why.\n';

function inGit(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dross-clean-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const git = (...words: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'as it was');
  return folder;
}

test('writes the text without its dross', async () => {
  const result = await runLine(['clean', 'a.txt', ...MINE], { files: { ...RULES, 'a.txt': TEXT } });
  expect(result).toMatchObject({ status: 0, stdout: CLEANED, stderr: '' });
  expect(result.files['a.txt']).toBe(TEXT);
});

test('keeps what rules find that are named', async () => {
  const kept = await runLine(['clean', 'a.txt', '--keep', 'quux', ...MINE], { files: { ...RULES, 'a.txt': TEXT } });
  expect(kept.stdout).toBe(TEXT);
  const unknown = await runLine(['clean', 'a.txt', '--keep', 'quuux', ...MINE], { files: { ...RULES, 'a.txt': TEXT } });
  expect(unknown).toMatchObject({ status: 2, stdout: '' });
  expect(unknown.stderr).toContain('no rule "quuux"');
});

test('keeps everything of a record but its text', async () => {
  const record = { id: 7, extra: { deep: [1, null] }, body: TEXT, last: 'ä' };
  const stdin = `${JSON.stringify(record)}\n{broken\n`;
  const argv = ['clean', '-', '--input-format', 'jsonl', '--text-field', 'body', ...MINE];
  const { status, stdout, stderr } = await runLine(argv, { files: RULES, stdin });
  expect(stdout).toBe(`${JSON.stringify({ ...record, body: CLEANED })}\n`);
  expect(stderr).toMatch(/^dross: -:2: .*not valid JSON.*\n$/);
  expect(status).toBe(2);
});

test('turns HTML into text, Markdown or HTML', async () => {
  const files = { ...RULES, 'p.html': '<h1>Boats</h1><p>They <b>came</b> back.</p><p>Quux the zebra</p>\n' };
  const text = await runLine(['clean', 'p.html', ...MINE], { files });
  expect(text.stdout).toBe('Boats\n\nThey came back.\n');
  const markdown = await runLine(['clean', 'p.html', '--to', 'markdown', ...MINE], { files });
  expect(markdown.stdout).toBe('# Boats\n\nThey **came** back.\n');
  const html = await runLine(['clean', 'p.html', '--to', 'html', ...MINE], { files });
  expect(html.stdout).toBe('<h1>Boats</h1><p>They <b>came</b> back.</p>\n');
});

test('shows what would go', async () => {
  const { stdout, status } = await runLine(['clean', 'a.txt', '--diff', ...MINE], {
    files: { ...RULES, 'a.txt': TEXT },
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^--- a\/a\.txt\n\+\+\+ b\/a\.txt\n@@ .* @@\n/);
  expect(stdout).toContain('\n-Quux the zebra\n');
});

test('does not replace the only copy of a file', async () => {
  const result = await runLine(['clean', 'a.txt', '--write', ...MINE], { files: { ...RULES, 'a.txt': TEXT } });
  expect(result.stderr).toBe('dross: a.txt is not in git: --write would replace the only copy; add --backup\n');
  expect(result.status).toBe(2);
  expect(result.files['a.txt']).toBe(TEXT);
});

test('replaces a file and keeps the old one when asked to', async () => {
  const result = await runLine(['clean', 'a.txt', '--write', '--backup', ...MINE], {
    files: { ...RULES, 'a.txt': TEXT },
  });
  expect(result).toMatchObject({ status: 0, stderr: '', stdout: '' });
  expect(result.files).toMatchObject({ 'a.txt': CLEANED, 'a.txt.bak': TEXT });
});

test('replaces files that are clean in git and no others', async () => {
  const folder = inGit({ 'a.txt': TEXT, 'b.txt': TEXT });
  writeFileSync(join(folder, 'b.txt'), `${TEXT}More.\n`);
  const argv = ['clean', join(folder, 'a.txt'), join(folder, 'b.txt'), '--write', ...MINE];
  const { status, stderr } = await runLine(argv, { files: RULES });
  expect(stderr).toMatch(/^dross: .*b\.txt has uncommitted changes: commit them, or add --backup\n$/);
  expect(status).toBe(2);
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(CLEANED);
  expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe(`${TEXT}More.\n`);
  expect(readdirSync(folder).sort()).toEqual(['.git', 'a.txt', 'b.txt']);
});

test('leaves a file of records alone when one of them cannot be read', async () => {
  const feed = `${JSON.stringify({ id: 1, text: TEXT })}\n{broken\n`;
  const result = await runLine(['clean', 'f.jsonl', '--write', '--backup', ...MINE], {
    files: { ...RULES, 'f.jsonl': feed },
  });
  expect(result.status).toBe(2);
  expect(result.files['f.jsonl']).toBe(feed);
});
