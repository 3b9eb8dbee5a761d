import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { runLine, type LineResult } from './run-line.ts';

interface Service {
  readonly url: string;
  stop(): Promise<LineResult>;
}

async function serve(...flags: string[]): Promise<Service> {
  const stop = new AbortController();
  let told = '';
  const stderr = new Writable({
    write(chunk: Buffer, _encoding, done) {
      told += chunk.toString();
      done();
    },
  });
  const io: Partial<Io> = { signal: stop.signal, stderr };
  const result = runLine(['serve', '--port', '0', '--families', 'chatter', '--jobs', '1', ...flags], { io });
  onTestFinished(() => stop.abort());
  while (!told.includes('\n')) await wait(10);
  return {
    url: /http:\S+/.exec(told)?.[0] ?? '',
    stop() {
      stop.abort();
      return result;
    },
  };
}

function post(url: string, body: string | Uint8Array, type = 'application/json'): Promise<Response> {
  return fetch(`${url}/v1/check`, { method: 'POST', body, headers: { 'content-type': type } });
}

test('judges a document', async () => {
  const { url, stop } = await serve();
  const response = await post(url, JSON.stringify({ id: 'a', text: 'A calm sentence.', format: 'markdown' }));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ id: 'a', format: 'markdown', verdict: 'pass', findings: [] });
  expect((await stop()).status).toBe(0);
});

test('judges a document a line, in order, and names the lines that are broken', async () => {
  const { url } = await serve();
  const body = ['{"id":"one","text":"Calm."}', '', '{broken', '{"id":"three"}', '{"id":"four","text":"Calm."}'].join(
    '\n',
  );
  const response = await post(url, body, 'application/x-ndjson');
  const lines = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    { id: 'one', verdict: 'pass' },
    { id: 'line 3', error: { code: 'invalid-json' } },
    { id: 'line 4', error: { code: 'invalid-document' } },
    { id: 'four', verdict: 'pass' },
  ]);
});

test.each([
  ['{broken', 'application/json', 400, 'invalid-json'],
  ['{"id":"a"}', 'application/json', 422, 'invalid-document'],
  ['null', 'application/json', 422, 'invalid-document'],
  ['{"text":"a","format":"pdf"}', 'application/json', 422, 'invalid-document'],
  [new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 400, 'invalid-encoding'],
  ['<a>', 'text/html', 415, 'unsupported-media-type'],
  [JSON.stringify({ text: 'x'.repeat(2_000_000) }), 'application/json', 413, 'too-large'],
])('refuses %.20s as %s with %i', async (...[body, type, status, code]) => {
  const { url } = await serve('--max-body', '1');
  const response = await post(url, body, type);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code } });
});

test('refuses a long body that does not tell its length', async () => {
  const { url } = await serve('--max-body', '1');
  const status = await new Promise<number | undefined>((done, fail) => {
    const sent = request(`${url}/v1/check`, { method: 'POST' }, (response) => done(response.resume().statusCode));
    sent.on('error', fail);
    for (let at = 0; at < 3; at += 1) sent.write('x'.repeat(500_000));
  });
  expect(status).toBe(413);
});

test('knows its paths and methods', async () => {
  const { url } = await serve();
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
  expect((await fetch(`${url}/v1/check`)).status).toBe(405);
  expect(await (await fetch(`${url}/v1/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' });
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
});

test('finishes what it began when it is told to stop, and takes nothing new', async () => {
  const { url, stop } = await serve();
  const body = Array.from({ length: 200 }, (_, id) => JSON.stringify({ id: `${id}`, text: 'Calm words. '.repeat(50) }));
  const answer = post(url, body.join('\n'), 'application/x-ndjson');
  await (await fetch(`${url}/health`)).text();
  const stopped = stop();
  expect((await (await answer).text()).trimEnd().split('\n')).toHaveLength(200);
  expect((await stopped).status).toBe(0);
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});

test('never mixes answers of many connections', async () => {
  const { url } = await serve();
  const answers = await Promise.all(
    Array.from({ length: 300 }, async (_, at) => {
      const response = await post(url, JSON.stringify({ id: `${at}`, text: `Calm ${'word '.repeat(at)}` }));
      const { id, measures } = (await response.json()) as { id: string; measures: { words: number } };
      return id === `${at}` && measures.words === at + 1;
    }),
  );
  expect(answers.every(Boolean)).toBe(true);
});

test('tells a document that takes too long', async () => {
  const { url } = await serve('--time-limit', '0.001');
  const long = 'Let me know if you would like me to expand. '.repeat(20_000);
  const response = await post(url, JSON.stringify({ id: 'a', text: long }));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ error: { code: 'too-slow' } });
  const lines = await post(url, JSON.stringify({ id: 'b', text: long }), 'application/x-ndjson');
  expect(await lines.json()).toMatchObject({ id: 'b', error: { code: 'too-slow' } });
});

test('says why it cannot listen', async () => {
  const { url } = await serve();
  const result = await runLine(['serve', '--port', new URL(url).port, '--jobs', '1']);
  expect(result).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^dross: cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)\n$/),
  });
});
