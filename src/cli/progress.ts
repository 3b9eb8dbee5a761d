import type { Io } from './io.ts';

/** Shorter runs show nothing. */
const PATIENCE_MILLISECONDS = 1_500;

/** Tells a waiting person how far a run is. */
export interface Progress {
  /** So many documents are done, of so many inputs. */
  step(inputsDone: number, documents: number): void;
  stop(): void;
}

const SILENT: Progress = { step: () => {}, stop: () => {} };

/** A bar on standard error, when that is a terminal the report itself is not printed to. */
export async function createProgress(io: Io, inputs: number): Promise<Progress> {
  if (!io.stderrIsTerminal || io.stdoutIsTerminal) return SILENT;
  const { default: library } = await import('cli-progress');
  const started = performance.now();
  const bar = new library.SingleBar({
    stream: io.stderr as NodeJS.WritableStream,
    format: '{bar} {value}/{total} inputs · {documents} documents',
    clearOnComplete: true,
    hideCursor: null,
    gracefulExit: false,
  });
  let running = false;
  return {
    step(inputsDone, documents) {
      if (!running && performance.now() - started > PATIENCE_MILLISECONDS) {
        running = true;
        bar.start(inputs, inputsDone, { documents });
      }
      if (running) bar.update(inputsDone, { documents });
    },
    stop() {
      if (running) bar.stop();
    },
  };
}
