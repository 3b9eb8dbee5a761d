import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createStreamSink } from '../../src/cli/stream-sink.ts';

/** Like standard output whose reader is gone: the write fails, the stream is never destroyed and never drains. */
function closedPipe(): Writable {
  const stream = new Writable({
    autoDestroy: false,
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      queueMicrotask(() => done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })));
    },
  });
  Object.defineProperty(stream, 'writableNeedDrain', { get: () => true });
  return stream;
}

test('a report whose reader is gone comes to its end', async () => {
  const stream = closedPipe();
  const sink = createStreamSink(stream, 'standard output');
  stream.write('first');
  await new Promise((done) => void setImmediate(done));
  expect(sink.closed).toBe(true);
  await sink.write('x'.repeat(100_000));
  await sink.finish();
});
