import { expect, test } from 'vitest';
import { only, readAll } from './temporary-folder.ts';

const RUSSIAN = 'Весной река разливается, и мост закрывают на две недели. Жители ходят в обход, через старую плотину.';

function toWindows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (character) => {
      const code = character.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
}

function toUtf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

async function readOne(content: string | Uint8Array, name = 'a.txt') {
  const [item] = await readAll({ [name]: content }, [name]);
  return { ...only(item === undefined ? [] : [item]), origin: item?.origin };
}

test('clean UTF-8 passes untouched and without a note', async () => {
  const text = 'Zoë’s café\r\n\r\n🪿 and \ud7ff\ue000, a lone \ufffd\r\n';
  expect(await readOne(text)).toEqual({
    id: 'a.txt',
    text,
    format: 'text',
    notes: [],
    origin: { path: 'a.txt', charset: 'utf-8', byteOrderMark: false },
  });
});

test('an empty file is an empty document', async () => {
  expect(await readOne('')).toMatchObject({ text: '', notes: [] });
});

test('a UTF-8 byte order mark is no part of the text; a second one is', async () => {
  expect(await readOne('\ufeffabc')).toMatchObject({ text: 'abc', notes: [], origin: { byteOrderMark: true } });
  expect(await readOne('\ufeff\ufeffabc')).toMatchObject({ text: '\ufeffabc' });
});

test.each([
  ['utf-16le', Buffer.from('\ufeffOne 🪿\r\ntwo', 'utf16le'), 'as its byte order mark says'],
  ['utf-16be', toUtf16be('\ufeffOne 🪿\r\ntwo'), 'as its byte order mark says'],
  ['utf-16le', Buffer.from('One 🪿\r\ntwo', 'utf16le'), 'detected by its zero bytes'],
  ['utf-16be', toUtf16be('One 🪿\r\ntwo'), 'detected by its zero bytes'],
])('%s is decoded and noted', async (charset, bytes, how) => {
  expect(await readOne(bytes)).toMatchObject({
    text: 'One 🪿\r\ntwo',
    notes: [`decoded as ${charset}, ${how}`],
    origin: { charset },
  });
});

test('UTF-16 without a byte order mark is recognised in Cyrillic by its spaces', async () => {
  expect(await readOne(Buffer.from(RUSSIAN, 'utf16le'))).toMatchObject({ text: RUSSIAN });
});

test('a lone surrogate and an odd last byte of UTF-16 become U+FFFD with a note', async () => {
  const bytes = Buffer.concat([Buffer.from('\ufeffa\ud800b', 'utf16le'), Buffer.from([0x41])]);
  expect(await readOne(bytes)).toMatchObject({
    text: 'a\ufffdb\ufffd',
    notes: [expect.any(String), '2 places that are not valid utf-16le became U+FFFD'],
  });
});

test('a legacy charset is detected and noted', async () => {
  expect(await readOne(toWindows1251(RUSSIAN))).toMatchObject({
    text: RUSSIAN,
    notes: ['not UTF-8: decoded as windows-1251, the likeliest charset'],
  });
  expect(await readOne(Buffer.from('Die Straße ist schön und führt über die Brücke.', 'latin1'))).toMatchObject({
    text: 'Die Straße ist schön und führt über die Brücke.',
    notes: ['not UTF-8: decoded as windows-1252, the likeliest charset'],
  });
});

test('the charset a page declares comes before detection', async () => {
  // "日本語" in Shift_JIS.
  const title = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]);
  const page = Buffer.concat([
    Buffer.from('<!doctype html><!-- <meta charset="koi8-r"> --><meta charset="Shift_JIS"><title>'),
    title,
    Buffer.from('</title>'),
  ]);
  const read = await readOne(page, 'a.html');
  expect(read.text).toContain('<title>日本語</title>');
  expect(read.notes).toEqual(['decoded as shift_jis, as the page declares']);
});

test.each([
  '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
  '<?xml version="1.0" encoding="windows-1251"?><html>',
])('%s is a declaration', async (declaration) => {
  const page = Buffer.concat([Buffer.from(declaration), toWindows1251('<p>Да</p>')]);
  expect(await readOne(page, 'a.htm')).toMatchObject({
    text: `${declaration}<p>Да</p>`,
    notes: ['decoded as windows-1251, as the page declares'],
  });
});

test('a declaration that the bytes contradict is not believed', async () => {
  const page = '<meta charset="windows-1251"><p>Zoë</p>';
  expect(await readOne(page, 'a.html')).toMatchObject({
    text: page,
    notes: ['the page declares windows-1251, but it is valid UTF-8 and was decoded as such'],
  });
  expect(await readOne('<meta charset="windows-1251"><p>Zoe</p>', 'a.html')).toMatchObject({ notes: [] });
  const utf16 = '<meta charset="utf-16"><p>Zoë</p>';
  expect(await readOne(utf16, 'a.html')).toMatchObject({ text: utf16, notes: [] });
});

test('damaged UTF-8 keeps what is sound and says how much is not', async () => {
  const bytes = Buffer.concat([Buffer.from('Zoë, café, naïve, \ufffd '), Buffer.from([0xff]), Buffer.from(' end')]);
  expect(await readOne(bytes)).toMatchObject({
    text: 'Zoë, café, naïve, \ufffd \ufffd end',
    notes: ['1 place that is not valid utf-8 became U+FFFD'],
  });
});

test('UTF-8 cut in its last character stays UTF-8', async () => {
  const bytes = Buffer.from('The last word is cut: “end”');
  expect(await readOne(bytes.subarray(0, -1))).toMatchObject({
    text: 'The last word is cut: “end\ufffd',
    notes: ['1 place that is not valid utf-8 became U+FFFD'],
  });
  expect(await readOne(Buffer.from('plain ascii \xe2\x80', 'latin1'))).toMatchObject({ text: 'plain ascii \ufffd' });
});

test('ISO-2022-JP, which is all ASCII, is recognised by its escapes', async () => {
  const bytes = Buffer.from('\x1b$BF|K\\8l$N%F%-%9%H$G$9!#\x1b(B and more', 'latin1');
  expect((await readOne(bytes)).text).toBe('日本語のテキストです。 and more');
});

test('every byte sequence gives a text', async () => {
  for (const bytes of [
    [0xff],
    [0xc3],
    [0xe2, 0x80],
    [0x80, 0x81, 0x82],
    [0xed, 0xa0, 0x80],
    [0xfe, 0xff],
    [0xff, 0xfe],
  ]) {
    const read = await readOne(Buffer.from(bytes));
    expect(typeof read.text).toBe('string');
    expect(read.notes.length).toBeGreaterThan(0);
  }
});
