import { Interruption } from './io.ts';

/** Passes items on until the signal is given; then throws `Interruption`, even while an item is waited for. */
export async function* untilInterrupted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let giveUp: ((reason: Interruption) => void) | undefined;
  const stop = (): void => giveUp?.(new Interruption('interrupted'));
  signal.addEventListener('abort', stop, { once: true });
  let pending = true;
  try {
    for (;;) {
      if (signal.aborted) throw new Interruption('interrupted');
      // not a race with one long promise, which would remember every item it was raced with
      const next = await new Promise<IteratorResult<T>>((done, fail) => {
        giveUp = fail;
        iterator.next().then(done, fail);
      });
      pending = next.done !== true;
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // a generator that waits for input cannot be ended before the input comes; nobody waits for it
    if (pending) void iterator.return?.().catch(() => {});
  }
}

/** Gives pending signals and input a chance between two pieces of synchronous work. */
export function breathe(): Promise<void> {
  return new Promise((done) => {
    setImmediate(done);
  });
}
