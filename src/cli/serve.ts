import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageProblem } from '../settings/problem.ts';
import type { CommandContext } from './context.ts';
import { STATUS, type Io } from './io.ts';
import { READ_DEFAULTS } from '../read/index.ts';
import { chooseAuditors } from '../work/auditors.ts';
import { usualWorkers } from '../work/crew.ts';
import { startJudges, type Judges } from '../work/judges.ts';
import { createService } from './service.ts';
import { settleRun } from './settle-run.ts';

const DEFAULT_PORT = 8321;
const MEGABYTE = 1_048_576;
const DEFAULT_BODY_MEGABYTES = 10;
const DEFAULT_SECONDS = 30;

/**
 * `dross serve`: judges documents sent to `POST /v1/check` until it is told to stop (SIGTERM, Ctrl-C). It then takes no new
 * connection, answers what it has begun, and ends with status 0.
 */
export async function runServe({ io, values, version }: CommandContext): Promise<number> {
  const run = await settleRun(values, io);
  // mistakes in the configuration are told with their place; workers only have the settings
  await chooseAuditors(run, io.cwd);
  const { settings } = run;
  const judges = await startJudges({
    count: settings.jobs ?? usualWorkers(),
    setup: { settings, cwd: io.cwd, comparedFor: 'frames', options: READ_DEFAULTS },
    limitMilliseconds: numberOf(values['time-limit'], DEFAULT_SECONDS) * 1000,
  });
  try {
    await answerUntilStopped({ io, values, version }, judges);
  } finally {
    await judges.stop();
  }
  return STATUS.passed;
}

async function answerUntilStopped({ io, values, version }: CommandContext, judges: Judges): Promise<void> {
  const service = createService({
    judges,
    version,
    mostBytes: numberOf(values['max-body'], DEFAULT_BODY_MEGABYTES) * MEGABYTE,
  });
  const server = createServer(service);
  server.requestTimeout = numberOf(values['timeout'], DEFAULT_SECONDS) * 1000;
  server.headersTimeout = Math.min(server.headersTimeout, server.requestTimeout);
  const host = typeof values['host'] === 'string' ? values['host'] : '127.0.0.1';
  await listen(server, { host, port: numberOf(values['port'], DEFAULT_PORT) });
  const { port } = server.address() as AddressInfo;
  io.stderr.write(`dross: listening on http://${host.includes(':') ? `[${host}]` : host}:${port}\n`);
  await stopped(io);
  await close(server);
}

function numberOf(value: unknown, standard: number): number {
  return typeof value === 'number' ? value : standard;
}

type Server = ReturnType<typeof createServer>;

function listen(server: Server, place: { host: string; port: number }): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(new UsageProblem(`cannot listen on ${place.host}:${place.port} (${error.code ?? error.message})`));
    });
    server.listen(place.port, place.host, done);
  });
}

function stopped({ signal }: Io): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => done(), { once: true });
  });
}

/** Resolves when the last answer that was begun is sent. */
function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
  });
}
