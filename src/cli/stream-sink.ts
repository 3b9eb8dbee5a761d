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

/** Text is collected to pieces of this many code units, unless the program has nothing else to do. */
const PIECE = 65_536;

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
  const outbox = createOutbox(stream, () => !failure && !stream.destroyed);
  return {
    get closed() {
      return failure !== undefined || stream.destroyed;
    },
    async write(text) {
      check();
      await outbox.add(text);
      check();
    },
    async finish() {
      await outbox.empty();
      if (!failure && !stream.destroyed) await flush(stream);
      check();
    },
    // what was judged is told, but a reader that does not read is not waited for
    abandon: async () => outbox.send(),
    release: () => void stream.off('error', onError),
  };
}

/** Collects text, so that there is not a system call for each document. */
function createOutbox(stream: Writable, isOpen: () => boolean) {
  let pending = '';
  let waiting: NodeJS.Immediate | undefined;
  const send = (): void => {
    const text = pending;
    pending = '';
    if (text !== '' && isOpen()) stream.write(text);
  };
  // standard output still says that it must drain when its reader is gone, and then never does
  const drain = async (): Promise<void> => {
    if (stream.writableNeedDrain && isOpen()) await untilDrained(stream);
  };
  const empty = async (): Promise<void> => {
    if (waiting) clearImmediate(waiting);
    waiting = undefined;
    await drain();
    send();
    await drain();
  };
  return {
    send,
    empty,
    async add(text: string): Promise<void> {
      pending += text;
      if (pending.length >= PIECE) await empty();
      else if (pending !== '') waiting ??= setImmediate(() => void empty());
    },
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
