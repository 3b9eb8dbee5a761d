import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Where the text of a report goes. */
export interface Sink {
  /** True when nobody reads any more; further writes do nothing. */
  readonly closed: boolean;
  /** Resolves when more may be written. Rejects with a sentence when it cannot be written. */
  write(text: string): Promise<void>;
  /** The report is complete. */
  finish(): Promise<void>;
  /** The report will never be complete; leaves nothing behind. */
  abandon(): Promise<void>;
}

/** A stream that may be closed at its far end (`dross check … | head -1`): that is no error, only an end. */
export function createStreamSink(stream: Writable, name: string): Sink & { release(): void } {
  let failure: NodeJS.ErrnoException | undefined;
  const onError = (error: NodeJS.ErrnoException): void => {
    failure ??= error;
  };
  stream.on('error', onError);
  const check = (): void => {
    if (failure && failure.code !== 'EPIPE')
      throw new Error(`cannot write ${name} (${failure.code ?? failure.message})`);
  };
  return {
    get closed() {
      return failure !== undefined || stream.destroyed;
    },
    async write(text) {
      check();
      if (text === '' || failure || stream.destroyed) return;
      if (!stream.write(text)) await untilDrained(stream);
      check();
    },
    async finish() {
      if (!failure && !stream.destroyed) await flush(stream);
      check();
    },
    abandon: async () => {},
    release: () => void stream.off('error', onError),
  };
}

/** Leaves no listener behind, however often it is asked. */
async function untilDrained(stream: Writable): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(() => {});
  over.abort();
}

/** Resolves when all that was written has left the process, or cannot. */
function flush(stream: Writable): Promise<void> {
  return new Promise((done) => {
    const finished = (): void => done();
    stream.once('close', finished);
    stream.write('', () => {
      stream.off('close', finished);
      // an error event follows the callback of the write that failed
      setImmediate(done);
    });
  });
}
