#!/usr/bin/env node
import { run } from './cli/run.ts';

const interruption = new AbortController();
const interrupt = (): void => {
  interruption.abort();
  // a read of standard input that still waits would keep the process alive
  process.stdin.destroy();
};
// once: whoever presses Ctrl-C twice is obeyed at once
process.once('SIGINT', interrupt);
process.once('SIGTERM', interrupt);

process.exitCode = await run(process.argv.slice(2), {
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  stdoutIsTerminal: process.stdout.isTTY === true,
  stderrIsTerminal: process.stderr.isTTY === true,
  columns: process.stdout.columns,
  signal: interruption.signal,
});
