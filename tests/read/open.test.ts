import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { only, readAll, readStdin } from './temporary-folder.ts';

/** A Zstandard frame of raw blocks, RFC 8878 §3.1.1: single segment, content size in four bytes, no checksum. */
function toZstandard(content: Uint8Array): Buffer {
  const header = Buffer.alloc(9);
  header.writeUInt32LE(0xfd2fb528, 0);
  header.writeUInt8(0b1010_0000, 4);
  header.writeUInt32LE(content.length, 5);
  const blockLength = 100_000;
  const parts: Uint8Array[] = [header];
  for (let start = 0; start < content.length; start += blockLength) {
    const block = content.subarray(start, start + blockLength);
    const isLast = start + blockLength >= content.length ? 1 : 0;
    const head = Buffer.alloc(3);
    head.writeUIntLE((block.length << 3) | isLast, 0, 3);
    parts.push(head, block);
  }
  return Buffer.concat(parts);
}

/** `zstd -19` of the sentence below, 300 times. */
const PACKED = 'KLUv/QRofQEAgkIJENDnAMiczXarJFMKbhpPPgJAmPNU6lM2WP1qkzUj/kiNf6nRCAEAqHWLV2WljM3W';
const SENTENCE = 'One goose crossed the road, two waited.\n';
const long = Array.from({ length: 20_000 }, (_, index) => `Line ${index} of a long file.`).join('\n');

test.each([
  ['gzip', (bytes: Buffer) => gzipSync(bytes), 'gz'],
  ['Zstandard', toZstandard, 'zst'],
])('%s is unpacked whatever the file is called', async (_, pack, extension) => {
  const packed = pack(Buffer.from(long));
  expect(only(await readAll({ [`a.md.${extension}`]: packed }, ['.']))).toMatchObject({
    text: long,
    format: 'markdown',
  });
  expect(only(await readAll({ a: packed }, ['a'])).text).toBe(long);
  const pieces = Array.from({ length: Math.ceil(packed.length / 777) }, (_, index) =>
    packed.subarray(index * 777, (index + 1) * 777),
  );
  expect(only(await readStdin(pieces)).text).toBe(long);
});

test('several members or frames in one file are read to the end', async () => {
  const gzip = Buffer.concat([gzipSync('one '), gzipSync('two')]);
  const zstandard = Buffer.concat([toZstandard(Buffer.from('one ')), toZstandard(Buffer.from('two'))]);
  expect(only(await readAll({ 'a.gz': gzip }, ['a.gz'])).text).toBe('one two');
  expect(only(await readAll({ 'a.zst': zstandard }, ['a.zst'])).text).toBe('one two');
});

test('Zstandard with compressed blocks and a checksum is unpacked', async () => {
  const packed = Buffer.from(PACKED, 'base64');
  expect(only(await readAll({ 'a.txt.zst': packed }, ['.'])).text).toBe(SENTENCE.repeat(300));
});

test('a packed JSONL file gives its records', async () => {
  const items = await readAll({ 'a.jsonl.gz': gzipSync('{"id":1,"text":"x"}\n{"id":2,"text":"y"}\n') }, ['.']);
  expect(items.map((item) => item.result.id)).toEqual(['1', '2']);
});

test.each([
  ['a.txt.gz', gzipSync(long).subarray(0, 3000)],
  ['a.txt.zst', toZstandard(Buffer.from(long)).subarray(0, 150_000)],
  ['a.txt.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
])('a truncated %s is reported and the others go on', async (name, packed) => {
  const items = await readAll({ [name]: packed, 'b.txt': 'b' }, ['.']);
  expect(items.map((item) => item.result)).toEqual([
    { id: name, error: { code: 'unreadable', message: expect.stringMatching(/^a\.txt\.\w+ cannot be read: .+\.$/u) } },
    { id: 'b.txt', text: 'b', format: 'text' },
  ]);
});

test('a single line of 60 MB is one document', async () => {
  const { text } = only(await readAll({ 'a.txt': Buffer.alloc(60_000_000, 'word ') }, ['a.txt']));
  expect(text.length).toBe(60_000_000);
  expect(text.endsWith('word ')).toBe(true);
});

test('a document over the limit is reported, packed or not', async () => {
  const files = { 'a.txt': 'x'.repeat(101), 'b.txt.gz': gzipSync('x'.repeat(101)), 'c.txt': 'x'.repeat(100) };
  const items = await readAll(files, ['.'], { maxBytes: 100 });
  expect(items.map((item) => item.result)).toEqual([
    {
      id: 'a.txt',
      error: {
        code: 'too-large',
        message: 'a.txt is longer than 100 bytes, the most that is read as one document; split it.',
      },
    },
    { id: 'b.txt.gz', error: expect.objectContaining({ code: 'too-large' }) },
    expect.objectContaining({ id: 'c.txt' }),
  ]);
});
