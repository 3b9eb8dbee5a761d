import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createAuditor } from '../src/audit/index.ts';
import { documentRecord } from '../src/report/json.ts';
import { locate } from '../src/report/locate.ts';
import type { Rule } from '../src/model/rule.ts';
import type { Source } from '../src/model/source.ts';
import { generateTexts } from './documents.ts';

export interface ServiceRate {
  readonly name: string;
  /** Documents a second. */
  readonly rate: number;
  /** Answers that were missing, another's, or not the report that the library gives. */
  readonly wrong: number;
}

const CONNECTIONS = 64;
const TEXTS = 200;

/**
 * The library in this process, and the service asked over so many connections on the same machine. The asking itself takes
 * processor time, too.
 */
export async function measureService(bin: string, rules: readonly Rule[], requests: number): Promise<ServiceRate[]> {
  const sources = generateTexts(TEXTS, 31).map((text, id): Source => ({ id: `${id}`, text, format: 'text' }));
  const auditor = createAuditor({ rules });
  const judge = (source: Source): string => JSON.stringify(documentRecord(locate(auditor.audit(source), source)));
  const expected = sources.map(judge);
  const start = performance.now();
  for (const source of sources) judge(source);
  const rates = [{ name: 'the library, one thread', rate: (TEXTS / (performance.now() - start)) * 1000, wrong: 0 }];
  for (const jobs of [1, 2]) {
    const { child, url } = await startService(bin, jobs);
    // unmeasured, for the workers to get warm
    await ask(url, { sources, expected, requests: 2 * TEXTS });
    const begun = performance.now();
    const wrong = await ask(url, { sources, expected, requests });
    const rate = (requests / (performance.now() - begun)) * 1000;
    child.kill('SIGTERM');
    await once(child, 'exit');
    rates.push({ name: `the service, --jobs ${jobs}`, rate, wrong });
  }
  return rates;
}

async function startService(bin: string, jobs: number): Promise<{ child: ChildProcess; url: string }> {
  const argv = [bin, 'serve', '--port', '0', '--no-config', '--jobs', String(jobs)];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'pipe'] });
  for await (const chunk of child.stderr) {
    const url = /http:\S+/u.exec(String(chunk))?.[0];
    if (url !== undefined) return { child, url: `${url}/v1/check` };
  }
  throw new Error('the service did not start');
}

interface Load {
  readonly sources: readonly Source[];
  readonly expected: readonly string[];
  readonly requests: number;
}

async function ask(url: string, { sources, expected, requests }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let wrong = 0;
  let sent = 0;
  const client = async (): Promise<void> => {
    while (sent < requests) {
      const at = sent % sources.length;
      sent += 1;
      if ((await post(url, JSON.stringify(sources[at]), agent)) !== expected[at]) wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
  return wrong;
}

function post(url: string, body: string, agent: Agent): Promise<string> {
  return new Promise((done, fail) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(Buffer.concat(chunks).toString()));
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}
