import type { Io } from './io.ts';
import { createStreamSink } from './stream-sink.ts';

/** Writes a text to standard output, whole; a reader that went away is no error. */
export async function printText(text: string, io: Io): Promise<void> {
  const sink = createStreamSink(io.stdout, 'standard output');
  await sink.write(text);
  await sink.finish();
}
