import { spawnSync } from 'node:child_process';
import { median } from './measure.ts';

export interface Startup {
  /** Milliseconds, medians. */
  readonly bare: number;
  readonly version: number;
  /** `check` of one short text on standard input. */
  readonly check: number;
}

/** Times whole processes, taking turns: `node -e 0`, `--version`, and a check of one short document. */
export function measureStartup(bin: string, rounds: number): Startup {
  const times = { bare: [] as number[], version: [] as number[], check: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const bare = timeProcess(['-e', '0'], '');
    const version = timeProcess([bin, '--version'], '');
    const check = timeProcess([bin, 'check', '-', '--input-format', 'text'], 'The mill stood still for a year.\n');
    if (round < 0) continue;
    times.bare.push(bare);
    times.version.push(version);
    times.check.push(check);
  }
  return { bare: median(times.bare), version: median(times.version), check: median(times.check) };
}

function timeProcess(args: readonly string[], input: string): number {
  const start = performance.now();
  spawnSync(process.execPath, args, { input, stdio: ['pipe', 'ignore', 'ignore'] });
  return performance.now() - start;
}
