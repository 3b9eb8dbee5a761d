import { Interruption } from './io.ts';

/** Passes items on until the signal is given; then throws `Interruption`, even while an item is waited for. */
export async function* untilInterrupted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const { promise: interrupted, stop } = interruption();
  // nobody may be waiting when the signal comes
  interrupted.catch(() => {});
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  let pending = true;
  try {
    for (;;) {
      const next = await Promise.race([interrupted, iterator.next()]);
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

function interruption(): { promise: Promise<never>; stop: () => void } {
  let stop: (() => void) | undefined;
  const promise = new Promise<never>((_done, fail) => {
    stop = () => fail(new Interruption('interrupted'));
  });
  return { promise, stop: () => stop?.() };
}

/** Gives pending signals and input a chance between two pieces of synchronous work. */
export function breathe(): Promise<void> {
  return new Promise((done) => {
    setImmediate(done);
  });
}
