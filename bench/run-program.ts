import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** One run of the built program, seen from outside. */
export interface Run {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly processorSeconds: number;
  /** Peak resident memory of the process with its threads, MB (Linux only). */
  readonly peak: number;
  /** Of what it wrote to standard output. */
  readonly digest: string;
}

const LOOK_MILLISECONDS = 100;
const TICKS_PER_SECOND = 100;

/** Runs the program and watches it until it ends. */
export async function runProgram(bin: string, argv: readonly string[], cwd: string): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [bin, ...argv], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const seen = { peak: Number.NaN, processorSeconds: Number.NaN };
  const look = setInterval(() => Object.assign(seen, lookAt(child.pid)), LOOK_MILLISECONDS);
  const hash = createHash('sha256');
  const exited = once(child, 'exit');
  for await (const chunk of child.stdout) hash.update(chunk as Buffer);
  await exited;
  clearInterval(look);
  return { seconds: (performance.now() - start) / 1000, ...seen, digest: hash.digest('hex') };
}

/** Peak memory and processor time so far, as Linux tells them; nothing when the process is gone. */
function lookAt(pid: number | undefined): Partial<Run> {
  try {
    const peak = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { ...(peak !== undefined && { peak: Number(peak) / 1000 }), processorSeconds: ticks / TICKS_PER_SECOND };
  } catch {
    return {};
  }
}
