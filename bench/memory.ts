import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { generateTexts } from './documents.ts';

export interface Memory {
  readonly records: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Resident megabytes when a share of the records had been taken in: `[share, MB]`. */
  readonly resident: readonly (readonly [number, number])[];
  /** Peak, MB. */
  readonly peak: number;
}

const SHARES = [0.1, 0.25, 0.5, 0.75, 1];
const RECORD_LENGTH = 400;

/** Streams many short records through `dross check -` and watches its resident memory (Linux only). */
export async function measureMemory(bin: string, records: number): Promise<Memory | undefined> {
  if (process.platform !== 'linux') return undefined;
  const texts = generateTexts(400, 11).map((text) => text.slice(0, RECORD_LENGTH));
  const child = spawn(process.execPath, [bin, 'check', '-', '--input-format', 'jsonl', '--format', 'ndjson'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const resident: [number, number][] = [];
  const start = performance.now();
  let bytes = 0;
  for (let index = 0; index < records; index++) {
    const line = `${JSON.stringify({ id: index, text: texts[index % texts.length] })}\n`;
    bytes += line.length;
    if (!child.stdin.write(line)) await once(child.stdin, 'drain');
    const share = SHARES[resident.length];
    if (share !== undefined && index + 1 >= records * share) resident.push([share, readStatus(child.pid, 'VmRSS')]);
  }
  const peak = readStatus(child.pid, 'VmHWM');
  child.stdin.end();
  await exited;
  return { records, bytes, seconds: (performance.now() - start) / 1000, resident, peak };
}

function readStatus(pid: number | undefined, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`, 'u').exec(status)?.[1] ?? Number.NaN) / 1000;
}
