import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError, listInputs, readInputs } from '../../src/read/index.ts';
import { makeFolder, readAll, streamOf } from './temporary-folder.ts';

const idsOf = (items: readonly { result: { id: string } }[]) => items.map((item) => item.result.id);

test('a folder is walked in path order and gives only the extensions of texts', async () => {
  const files = {
    'feeds/b.txt': 'b',
    'feeds/a/z.md': 'z',
    'feeds/a-b.HTML': '<p>x</p>',
    'feeds/Z.htm': '<p>y</p>',
    'feeds/data.json': '{}',
    'feeds/b.txt.findings': 'none',
    'feeds/picture.png': 'x',
    'feeds/.hidden.txt': 'x',
    'feeds/node_modules/readme.md': 'x',
  };
  expect(idsOf(await readAll(files, ['feeds']))).toEqual([
    'feeds/Z.htm',
    'feeds/a-b.HTML',
    'feeds/a/z.md',
    'feeds/b.txt',
  ]);
});

test('ids keep the path as it was written', async () => {
  const files = { 'feeds/a.txt': 'a' };
  expect(idsOf(await readAll(files, ['./feeds/']))).toEqual(['./feeds/a.txt']);
  expect(idsOf(await readAll(files, ['feeds/a.txt']))).toEqual(['feeds/a.txt']);
  expect(idsOf(await readAll(files, ['.']))).toEqual(['feeds/a.txt']);
  expect(idsOf(await readAll(files, []))).toEqual(['feeds/a.txt']);
  const folder = makeFolder(files);
  const inputs = await listInputs([join(folder, 'feeds')], { ignore: [] }, { cwd: '/' });
  expect(inputs).toEqual([{ id: `${folder}/feeds/a.txt`, path: `${folder}/feeds/a.txt` }]);
});

test('.gitignore files are respected when a folder is walked, not when a file is named', async () => {
  const files = {
    '.gitignore': 'draft-*\n',
    'draft-1.txt': 'x',
    'final.txt': 'y',
    'sub/.gitignore': 'old.txt',
    'sub/old.txt': '',
  };
  expect(idsOf(await readAll(files, ['.']))).toEqual(['final.txt']);
  expect(idsOf(await readAll(files, ['draft-1.txt', 'sub/old.txt']))).toEqual(['draft-1.txt', 'sub/old.txt']);
});

test('ignore patterns are relative to the working folder', async () => {
  const files = { 'a/one.txt': '1', 'b/one.txt': '1', 'b/two.txt': '2' };
  expect(idsOf(await readAll(files, ['a', 'b'], { ignore: ['b/*', '!b/two.txt'] }))).toEqual([
    'a/one.txt',
    'b/two.txt',
  ]);
  expect(idsOf(await readAll(files, ['*/*.txt'], { ignore: ['/a'] }))).toEqual(['b/one.txt', 'b/two.txt']);
});

test('the order of the arguments is kept and a file is read once', async () => {
  const files = { 'a.txt': '1', 'b.txt': '2', 'c.log': '3' };
  expect(idsOf(await readAll(files, ['c.log', 'b.txt', '.', './a.txt']))).toEqual(['c.log', 'b.txt', 'a.txt']);
});

test('globs match any extension they name; bare stars match texts only', async () => {
  const files = { 'x/a.txt': '1', 'x/b.log': '2', 'x/y/c.txt': '3', 'x/y/d.log': '4', 'x/[e].txt': '5' };
  expect(idsOf(await readAll(files, ['x/*.log']))).toEqual(['x/b.log']);
  expect(idsOf(await readAll(files, ['x/*']))).toEqual(['x/[e].txt', 'x/a.txt']);
  expect(idsOf(await readAll(files, ['x/**']))).toEqual(['x/[e].txt', 'x/a.txt', 'x/y/c.txt']);
  expect(idsOf(await readAll(files, ['x/**/*.{log,txt}'])).length).toBe(5);
  expect(idsOf(await readAll(files, ['x/[e].txt']))).toEqual(['x/[e].txt']);
});

test('globs outside the working folder work', async () => {
  const folder = makeFolder({ 'work/.keep': '', 'feeds/a.txt': 'a', 'feeds/b.txt': 'b' });
  const io = { cwd: join(folder, 'work') };
  const ids = async (glob: string) => (await listInputs([glob], { ignore: [] }, io)).map((input) => input.id);
  expect(await ids('../feeds/*.txt')).toEqual(['../feeds/a.txt', '../feeds/b.txt']);
  expect(await ids(`${folder}/feeds/*.txt`)).toEqual([`${folder}/feeds/a.txt`, `${folder}/feeds/b.txt`]);
});

test('symbolic links are followed when named, not when walked', async () => {
  const folder = makeFolder({ 'feeds/a.txt': 'a' });
  symlinkSync(join(folder, 'feeds'), join(folder, 'feeds', 'loop'));
  symlinkSync(join(folder, 'feeds', 'a.txt'), join(folder, 'named.txt'));
  const inputs = await listInputs(['feeds', 'named.txt'], { ignore: [] }, { cwd: folder });
  expect(inputs.map((input) => input.id)).toEqual(['feeds/a.txt', 'named.txt']);
});

test.each([
  [['gone.txt'], 'gone.txt: there is no such file or folder; check the path.'],
  [['a.txt', 'gone/'], 'gone/: there is no such file or folder; check the path.'],
  [['*.md'], '*.md: no file matches; check the pattern.'],
  [['empty'], 'empty: there is no text to read; name files, or a folder with .txt, .md, .html or .jsonl files.'],
])('%j is an input error before anything is read', async (paths, message) => {
  const folder = makeFolder({ 'a.txt': 'a' });
  mkdirSync(join(folder, 'empty'));
  const reading = readInputs(paths, {}, { cwd: folder, stdin: streamOf() }).next();
  await expect(reading).rejects.toThrow(InputError);
  await expect(listInputs(paths, { ignore: [] }, { cwd: folder })).rejects.toThrow(message);
});

test('a file that vanishes before its turn is reported and the others go on', async () => {
  const folder = makeFolder({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' });
  const reading = readInputs(['.'], {}, { cwd: folder, stdin: streamOf() });
  await reading.next();
  rmSync(join(folder, 'b.txt'));
  expect((await reading.next()).value?.result).toEqual({
    id: 'b.txt',
    error: { code: 'unreadable', message: 'b.txt cannot be read: it vanished before it was read.' },
  });
  expect((await reading.next()).value?.result.id).toBe('c.txt');
  expect((await reading.next()).done).toBe(true);
});

test('a file that became a folder is reported', async () => {
  const folder = makeFolder({ 'a.txt': 'a', 'b.txt': 'b' });
  const reading = readInputs(['.'], {}, { cwd: folder, stdin: streamOf() });
  await reading.next();
  rmSync(join(folder, 'b.txt'));
  mkdirSync(join(folder, 'b.txt'));
  expect((await reading.next()).value?.result).toMatchObject({ id: 'b.txt', error: { code: 'unreadable' } });
});
