import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { FORMATS, type Format, type Source } from '../model/source.ts';
import { documentRecord } from '../report/json.ts';
import { locate } from '../report/locate.ts';
import type { AuditorChoice } from '../work/auditors.ts';
import { openApi } from './open-api.ts';
import { readBody, ServiceProblem } from './request-body.ts';

export interface ServiceOptions {
  readonly auditors: AuditorChoice;
  readonly version: string;
  /** Longest body taken, in bytes. */
  readonly mostBytes: number;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers `POST /v1/check` (JSON and NDJSON), `GET /v1/openapi.json` and `GET /health`; what is wrong is told as JSON. */
export function createService(options: ServiceOptions): RequestListener {
  const routes: Readonly<Record<string, Handler>> = {
    'POST /v1/check': (request, response) => check(request, response, options),
    'GET /v1/openapi.json': async (_request, response) => sendJson(response, openApi(options.version)),
    'GET /health': async (_request, response) => sendJson(response, { status: 'ok', version: options.version }),
  };
  return (request, response) => {
    void answer(routes, request, response);
  };
}

async function answer(
  routes: Readonly<Record<string, Handler>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    const handler = routes[`${request.method} ${path}`];
    if (handler === undefined) throw refusal(routes, path);
    await handler(request, response);
  } catch (error) {
    const problem =
      error instanceof ServiceProblem ? error : new ServiceProblem(500, 'internal', 'the document could not be judged');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = problem.status;
    // the rest of a body that is not wanted is not waited for
    if (!request.complete) response.setHeader('connection', 'close');
    sendJson(response, { error: { code: problem.code, message: problem.message } });
    request.resume();
  }
}

function refusal(routes: Readonly<Record<string, Handler>>, path: string): ServiceProblem {
  const known = Object.keys(routes).some((route) => route.endsWith(` ${path}`));
  return known
    ? new ServiceProblem(405, 'method-not-allowed', `${path} does not take this method`)
    : new ServiceProblem(404, 'not-found', `there is no ${path}; POST documents to /v1/check`);
}

async function check(request: IncomingMessage, response: ServerResponse, options: ServiceOptions): Promise<void> {
  const type = (request.headers['content-type'] ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';
  const body = await readBody(request, options.mostBytes);
  if (type === 'application/json') {
    sendJson(response, judge(parseJson(body, 'the body'), options));
    return;
  }
  if (!/^application\/(?:x-)?ndjson$/.test(type)) {
    throw new ServiceProblem(415, 'unsupported-media-type', 'send application/json or application/x-ndjson');
  }
  await checkLines(body, response, options);
}

/** An answer a line; a line that cannot be used is answered with an error, the others go on. */
async function checkLines(body: string, response: ServerResponse, options: ServiceOptions): Promise<void> {
  response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
  let number = 0;
  for (const line of body.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    if (response.destroyed) return;
    const written = response.write(`${JSON.stringify(judgeLine(line, number, options))}\n`);
    await (written ? nextTurn() : drained(response));
  }
  response.end();
}

function judgeLine(line: string, number: number, options: ServiceOptions): object {
  try {
    return judge(parseJson(line, `line ${number}`), options);
  } catch (error) {
    if (!(error instanceof ServiceProblem)) throw error;
    return { id: `line ${number}`, error: { code: error.code, message: error.message } };
  }
}

function judge(value: unknown, { auditors }: ServiceOptions): object {
  const source = sourceOf(value);
  const report = locate(auditors.forDocument(source.id).audit(source), source);
  return documentRecord(report);
}

function sourceOf(value: unknown): Source {
  const { id = 'document', text, format = 'text' } = (value ?? {}) as Record<string, unknown>;
  if (typeof text !== 'string') throw new ServiceProblem(422, 'invalid-document', '"text" must be a string');
  if (typeof id !== 'string') throw new ServiceProblem(422, 'invalid-document', '"id" must be a string');
  if (!FORMATS.some((known) => known === format)) {
    throw new ServiceProblem(422, 'invalid-document', `"format" must be one of ${FORMATS.join(', ')}`);
  }
  return { id, text, format: format as Format };
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceProblem(400, 'invalid-json', `${what} is not valid JSON`);
  }
}

function sendJson(response: ServerResponse, value: object): void {
  const text = JSON.stringify(value);
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}

/** Other connections get their turn between two documents. */
function nextTurn(): Promise<void> {
  return new Promise((done) => {
    setImmediate(done);
  });
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((done) => {
    response.once('drain', done);
    response.once('close', done);
  });
}
