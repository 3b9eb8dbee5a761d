import { expect, test } from 'vitest';
import { readInputs } from '../../src/read/index.ts';
import { readAll, readStdin } from './temporary-folder.ts';

const JSONL = { inputFormat: 'jsonl' } as const;

async function readResults(content: string | Uint8Array, options = {}) {
  return (await readAll({ 'a.jsonl': content }, ['a.jsonl'], options)).map((item) => item.result);
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"text":"a"}\n{"text":');
  throw new Error('connection lost');
}

test('records give documents in the format of their field, and the record beside it', async () => {
  const record = { key: 7, body: '<p>x</p>', tags: ['a'] };
  const items = await readAll({ 'a.jsonl': `${JSON.stringify(record)}\n` }, ['a.jsonl'], {
    textField: 'body',
    idField: 'key',
    contentFormat: 'html',
  });
  expect(items).toEqual([
    { result: { id: '7', text: '<p>x</p>', format: 'html' }, origin: { path: 'a.jsonl', line: 1 }, record },
  ]);
});

test('a record without a usable id is named by path and line; blank lines count and are skipped', async () => {
  const lines = ['', '{"text":"a"}', '  \r', '{"text":"b","id":""}\r', '{"text":"c","id":null}', '{"text":"d","id":0}'];
  expect((await readResults(lines.join('\n'))).map((result) => result.id)).toEqual([
    'a.jsonl:2',
    'a.jsonl:4',
    'a.jsonl:5',
    '0',
  ]);
  const items = await readStdin(['{"text":"a"}\n{"text":"b"}'], JSONL);
  expect(items.map((item) => item.result.id)).toEqual(['-:1', '-:2']);
});

test('broken records are named by line and the others go on', async () => {
  const lines = [
    '{"text":"first"}',
    '{"text":"cut',
    '[1]',
    '{"id":"x","body":"?","title":"?"}',
    '{"text":5}',
    '{"text":null}',
    '{"text":["a"]}',
    '{}',
    '{"text":"last"}',
  ];
  const results = await readResults(lines.join('\n'));
  expect(results.map((result) => ('error' in result ? result.error.message : result.text))).toEqual([
    'first',
    expect.stringMatching(/^a\.jsonl:2: the line is not valid JSON \(.+\); write one \{…\} a line\.$/u),
    'a.jsonl:3: the line is JSON, but not an object; write one {…} a line.',
    'a.jsonl:4: the record has no field "text"; it has "id", "body", "title"; say which one holds the text with --text-field.',
    'a.jsonl:5: the field "text" holds a number where a string is needed.',
    'a.jsonl:6: the field "text" holds null where a string is needed.',
    'a.jsonl:7: the field "text" holds an array where a string is needed.',
    'a.jsonl:8: the record has no field "text"; it has none at all; say which one holds the text with --text-field.',
    'last',
  ]);
  expect(results[3]).toMatchObject({ id: 'a.jsonl:4', error: { code: 'invalid-record' } });
});

test('inherited names are no fields', async () => {
  const [result] = await readResults('{"a":"b"}', { textField: 'toString' });
  expect(result).toMatchObject({ error: { code: 'invalid-record' } });
});

test('texts keep lone surrogates, line ends and byte order marks', async () => {
  const text = 'a\ud83e\r\n\ufeffb 🪿';
  expect(await readResults(`\ufeff${JSON.stringify({ text })}\r\n`)).toEqual([
    { id: 'a.jsonl:1', text, format: 'text' },
  ]);
});

test('lines and characters may be cut anywhere by the chunks', async () => {
  const bytes = Buffer.from('{"id":"a","text":"Zoë 🪿"}\n\n{"id":"b","text":"two"}\n');
  for (const step of [1, 2, 3, 5, 64]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / step) }, (_, index) =>
      bytes.subarray(index * step, (index + 1) * step),
    );
    const items = await readStdin(chunks, JSONL);
    expect(items.map((item) => item.result)).toEqual([
      { id: 'a', text: 'Zoë 🪿', format: 'text' },
      { id: 'b', text: 'two', format: 'text' },
    ]);
  }
});

test('UTF-16 and legacy lines are decoded, the latter with a note', async () => {
  expect(await readResults(Buffer.from('\ufeff{"text":"Zoë 🪿"}\n{"text":"b"}\n', 'utf16le'))).toEqual([
    { id: 'a.jsonl:1', text: 'Zoë 🪿', format: 'text' },
    { id: 'a.jsonl:2', text: 'b', format: 'text' },
  ]);
  const lines = Buffer.from('{"text":"Straße, schön und grün"}\n{"text":"plain"}\n', 'latin1');
  expect(await readResults(lines)).toEqual([
    {
      id: 'a.jsonl:1',
      text: 'Straße, schön und grün',
      format: 'text',
      notes: ['not UTF-8: decoded as windows-1252, the likeliest charset'],
    },
    { id: 'a.jsonl:2', text: 'plain', format: 'text' },
  ]);
});

test('a record over the limit is passed over', async () => {
  const content = `{"text":"${'x'.repeat(200)}"}\n{"text":"b"}\n`;
  expect(await readResults(content, { maxBytes: 100 })).toMatchObject([
    { id: 'a.jsonl:1', error: { code: 'too-large' } },
    { id: 'a.jsonl:2', text: 'b' },
  ]);
});

test('records arrive as they come, and no more is drawn than is taken', async () => {
  let drawn = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      drawn++;
      yield Buffer.from(`{"id":${drawn},"text":"${'x'.repeat(1000)}"}\n`);
    }
  }
  const reading = readInputs(['-'], JSONL, { cwd: '/', stdin: endless() });
  for (let count = 1; count <= 1000; count++) {
    const { value } = await reading.next();
    expect(value?.result.id).toBe(String(count));
    expect(drawn).toBeLessThanOrEqual(count + 1);
  }
  await reading.return(undefined);
});

test('a source is closed when the reader stops early', async () => {
  let closed = false;
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.from('{"text":"a"}\n');
    } finally {
      closed = true;
    }
  }
  const reading = readInputs(['-'], JSONL, { cwd: '/', stdin: source() });
  await reading.next();
  await reading.return(undefined);
  expect(closed).toBe(true);
});

test('a source that fails is reported after the records it gave', async () => {
  const items: unknown[] = [];
  for await (const item of readInputs(['-'], JSONL, { cwd: '/', stdin: failing() })) items.push(item.result);
  expect(items).toEqual([
    { id: '-:1', text: 'a', format: 'text' },
    { id: '-', error: { code: 'unreadable', message: '- cannot be read: connection lost.' } },
  ]);
});
