import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isBinary } from '../../src/read/binary.ts';
import { readAll } from './temporary-folder.ts';

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, index) => index));

test.each([
  ['a zero byte among few', Buffer.from('abc\0def')],
  ['all byte values', everyByte],
  ['PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
  ['PDF', Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj')],
  ['control characters', Buffer.from('a\x01b\x02c\x03d\x04'.repeat(9))],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ['small numbers of two bytes', Buffer.from(Uint16Array.from({ length: 99 }, (_, index) => index + 1).buffer)],
])('%s is binary', (_, bytes) => {
  expect(isBinary(bytes)).toBe(true);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['UTF-16', Buffer.from('plain words', 'utf16le')],
  ['UTF-16 with a mark', Buffer.from('\ufeffслово', 'utf16le')],
  ['windows-1251', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0])],
  ['terminal colours', Buffer.from('\x1b[31mred\x1b[0m '.repeat(9))],
  ['one stray zero byte in a long text', Buffer.from(`${'word '.repeat(99)}\0${'word '.repeat(99)}`)],
  ['a character cut by the end of the head', Buffer.from(`${'a'.repeat(8190)}€ and on`)],
])('%s is not binary', (_, bytes) => {
  expect(isBinary(bytes)).toBe(false);
});

test('a binary file is skipped with a report, also when it is named and compressed', async () => {
  const items = await readAll({ 'a.txt': everyByte, 'b.txt': 'b', 'c.txt.gz': gzipSync(everyByte) }, ['.']);
  expect(items.map((item) => item.result)).toEqual([
    { id: 'a.txt', error: { code: 'binary', message: 'a.txt is not text but a binary file; it was skipped.' } },
    { id: 'b.txt', text: 'b', format: 'text' },
    { id: 'c.txt.gz', error: { code: 'binary', message: 'c.txt.gz is not text but a binary file; it was skipped.' } },
  ]);
});
