import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run.ts';
import type { Io } from '../../src/cli/io.ts';

export interface LineResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** All files of the folder after the run. */
  readonly files: Readonly<Record<string, string>>;
}

export interface LineSetup {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly io?: Partial<Io>;
}

/** Runs a command line in a new folder with these files. */
export async function runLine(argv: readonly string[], setup: LineSetup = {}): Promise<LineResult> {
  const folder = mkdtempSync(join(tmpdir(), 'dross-cli-'));
  try {
    for (const [name, content] of Object.entries(setup.files ?? {})) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const out = collector();
    const err = collector();
    const status = await run(argv, {
      stdin: Readable.from(setup.stdin === undefined ? [] : [Buffer.from(setup.stdin)]),
      stdout: out.stream,
      stderr: err.stream,
      cwd: folder,
      env: {},
      stdoutIsTerminal: false,
      stderrIsTerminal: false,
      signal: new AbortController().signal,
      ...setup.io,
    });
    return { status, stdout: out.text(), stderr: err.text(), files: readTree(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function collector(): { stream: Writable; text: () => string } {
  const pieces: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      pieces.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => pieces.join('') };
}

function readTree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
