import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { FORMATS, type Format, type Source } from '../model/source.ts';
import { TooSlow, type Judges } from '../work/judges.ts';
import { openApi } from './open-api.ts';
import { readBody, ServiceProblem } from './request-body.ts';

export interface ServiceOptions {
  readonly judges: Judges;
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
    const problem = problemOf(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = problem.status;
    if (problem.status === BUSY) response.setHeader('retry-after', 1);
    // the rest of a body that is not wanted is not waited for
    if (!request.complete) response.setHeader('connection', 'close');
    sendJson(response, { error: { code: problem.code, message: problem.message } });
    request.resume();
  }
}

const BUSY = 503;

function problemOf(error: unknown): ServiceProblem {
  if (error instanceof ServiceProblem) return error;
  if (error instanceof TooSlow) return new ServiceProblem(422, 'too-slow', error.message);
  return new ServiceProblem(500, 'internal', 'the document could not be judged');
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
    const source = sourceOf(parseJson(body, 'the body'));
    if (options.judges.busy) throw new ServiceProblem(BUSY, 'busy', 'too many documents wait to be judged; try again');
    sendText(response, await options.judges.judge(source));
    return;
  }
  if (!/^application\/(?:x-)?ndjson$/.test(type)) {
    throw new ServiceProblem(415, 'unsupported-media-type', 'send application/json or application/x-ndjson');
  }
  await checkLines(body, response, options);
}

/** Lines of one request that are judged at once, for each worker: one at work and one that waits. */
const LINES_A_WORKER = 2;

/** An answer a line, in order; a line that cannot be used is answered with an error, the others go on. */
async function checkLines(body: string, response: ServerResponse, options: ServiceOptions): Promise<void> {
  response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
  const pending: Promise<string>[] = [];
  const writeFirst = async (): Promise<void> => {
    const written = response.write(`${await pending.shift()}\n`);
    if (!written) await drained(response);
  };
  let number = 0;
  for (const line of body.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    if (response.destroyed) return;
    pending.push(judgeLine(line, number, options));
    if (pending.length === LINES_A_WORKER * options.judges.count) await writeFirst();
  }
  while (pending.length > 0) await writeFirst();
  response.end();
}

async function judgeLine(line: string, number: number, { judges }: ServiceOptions): Promise<string> {
  let id = `line ${number}`;
  try {
    const source = sourceOf(parseJson(line, id));
    id = source.id;
    return await judges.judge(source);
  } catch (error) {
    const { code, message } = problemOf(error);
    return JSON.stringify({ id, error: { code, message } });
  }
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
  sendText(response, JSON.stringify(value));
}

function sendText(response: ServerResponse, text: string): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((done) => {
    response.once('drain', done);
    response.once('close', done);
  });
}
