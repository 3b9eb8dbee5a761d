import { expect, test } from 'vitest';
import { layoutOf } from '../../src/read/format.ts';
import { readStdin } from './temporary-folder.ts';

test.each([
  ['a.txt', 'text'],
  ['a.TEXT', 'text'],
  ['a.md', 'markdown'],
  ['a.markdown', 'markdown'],
  ['a.mdx', 'markdown'],
  ['a.html', 'html'],
  ['x.y/a.HTM', 'html'],
  ['a.xhtml.gz', 'html'],
  ['a.jsonl', 'jsonl'],
  ['a.ndjson.zst', 'jsonl'],
  ['a.md.GZ', 'markdown'],
])('%s is %s by its name', (path, layout) => {
  expect(layoutOf(path, '<html>', 'auto')).toBe(layout);
});

test.each([
  ['<!doctype html><p>x', 'html'],
  ['\n <HTML lang="en">', 'html'],
  ['<?xml version="1.0"?>\n<!-- saved --><!DOCTYPE html PUBLIC "x">', 'html'],
  ['{"text": "a"}\n{"text": "b"}\n', 'jsonl'],
  ['{"text": "a"}', 'jsonl'],
  ['{ "text": "the head ends in the mid', 'jsonl'],
  ['{\n  "text": "one pretty-printed object"\n}', 'text'],
  ['{"quoted"} words', 'text'],
  ['{curly} words', 'text'],
  ['<p>a fragment</p>', 'text'],
  ['', 'text'],
])('what has no telling name is looked into: %j', (head, layout) => {
  expect(layoutOf('-', head, 'auto')).toBe(layout);
  expect(layoutOf('page.json', head, 'auto')).toBe(layout);
});

test('what the user says comes first', () => {
  expect(layoutOf('a.html', '<html>', 'text')).toBe('text');
  expect(layoutOf('a.txt', 'x', 'jsonl')).toBe('jsonl');
});

test('standard input is looked into across chunks', async () => {
  expect((await readStdin(['<!doc', 'type html>', '<p>x</p>'])).map((item) => item.result)).toEqual([
    { id: '-', text: '<!doctype html><p>x</p>', format: 'html' },
  ]);
  expect((await readStdin(['# Title'], { inputFormat: 'markdown' })).map((item) => item.result)).toEqual([
    { id: '-', text: '# Title', format: 'markdown' },
  ]);
});
