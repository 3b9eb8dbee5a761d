import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ending {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The shipped program, built for one file of tests, and a folder to run it in. */
export class BuiltProgram {
  readonly folder = mkdtempSync(join(tmpdir(), 'dross-process-'));
  private readonly built = `.cache/test-${process.pid}-${Date.now()}`;

  constructor() {
    execFileSync(process.execPath, ['scripts/build.mjs', '--no-types', `--out=${this.built}`]);
  }

  start(argv: readonly string[]): ChildProcess {
    return spawn(process.execPath, [resolve(this.built, 'bin.js'), ...argv], { cwd: this.folder, stdio: 'pipe' });
  }

  async run(argv: readonly string[], stdin?: Buffer): Promise<Ending> {
    const child = this.start(argv);
    child.stdin?.on('error', () => {}).end(stdin);
    return ending(child);
  }

  remove(): void {
    rmSync(this.built, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits for a process to end. */
export function ending(child: ChildProcess): Promise<Ending> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((done) => {
    child.once('close', (status, signal) => {
      done({ status, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}
