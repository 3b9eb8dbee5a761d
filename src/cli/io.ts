import type { Readable, Writable } from 'node:stream';

/** The world as a run sees it; only `bin.ts` knows the process. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Columns of the terminal, when there is one. */
  readonly columns?: number | undefined;
  /** Aborted when the user interrupts (Ctrl-C) or the system ends the run. */
  readonly signal: AbortSignal;
}

/** Exit statuses that programs may rely on. */
export const STATUS = {
  passed: 0,
  failed: 1,
  impossible: 2,
  interrupted: 130,
} as const;

/** Thrown where a run notices that it was interrupted. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
