import type { Batch } from './batch.ts';
import type { Drafted } from './drafter.ts';

/** Who works on batches. */
export interface Lanes {
  /** Works on a batch here, as far as its results are asked for. */
  here(batch: Batch): AsyncIterable<Drafted>;
  /** Gives a batch away; nothing while, or as long as, there is nobody to give it to. */
  away(batch: Batch): Promise<readonly Drafted[]> | undefined;
  /** Batches given away and not yet taken back. */
  readonly window: number;
}

/** More than this is not given away at once, in bytes, unless a single document has it. */
const MOST_BYTES = 33_554_432;

interface Entry {
  readonly batch: Batch;
  /** Resolves when `done` is there; missing for a batch that is to be done here. */
  readonly arrival?: Promise<void>;
  done?: readonly Drafted[];
}

/**
 * Has batches worked on, several at once if there is someone to give them to, and yields the results in the order of the
 * batches. No more is read than the window holds; results come as soon as they can, also while input is waited for.
 */
export async function* workInOrder(
  batches: AsyncIterable<Batch>,
  lanes: Lanes,
): AsyncGenerator<{ batch: Batch; drafted: Drafted }> {
  const queue = new Queue(batches[Symbol.asyncIterator](), lanes);
  try {
    for (;;) {
      const head = await queue.head();
      if (head === undefined) return;
      for await (const drafted of head.done ?? lanes.here(head.batch)) yield { batch: head.batch, drafted };
      queue.drop();
    }
  } finally {
    queue.close();
  }
}

/** Batches that were read but whose results were not yet taken. */
class Queue {
  private readonly batches: AsyncIterator<Batch>;
  private readonly lanes: Lanes;
  private readonly entries: Entry[] = [];
  private bytes = 0;
  private pull: Promise<void> | undefined;
  private ended = false;

  constructor(batches: AsyncIterator<Batch>, lanes: Lanes) {
    this.batches = batches;
    this.lanes = lanes;
  }

  /** The first batch, as soon as its results are there or can be made here; nothing at the end. */
  async head(): Promise<Entry | undefined> {
    for (;;) {
      if (!this.ended && this.hasRoom()) this.pull ??= this.batches.next().then((result) => this.take(result));
      const [head] = this.entries;
      if (head !== undefined && (head.arrival === undefined || head.done !== undefined)) return head;
      const awaited = [head?.arrival, this.pull].filter((promise) => promise !== undefined);
      if (awaited.length === 0) return undefined;
      await Promise.race(awaited);
    }
  }

  drop(): void {
    this.bytes -= this.entries.shift()?.batch.bytes ?? 0;
  }

  close(): void {
    // a generator that waits for input cannot be ended before the input comes; nobody waits for it
    void this.batches.return?.()?.catch(() => {});
  }

  private take({ done, value }: IteratorResult<Batch>): void {
    this.pull = undefined;
    this.ended = done === true;
    if (done === true) return;
    this.bytes += value.bytes;
    this.entries.push(this.entryOf(value));
  }

  private entryOf(batch: Batch): Entry {
    const results = this.lanes.away(batch);
    if (results === undefined) return { batch };
    const arrival = results.then((done) => {
      entry.done = done;
    });
    // a failure is told when its turn comes, or not at all when the run ends before
    arrival.catch(() => {});
    const entry: Entry = { batch, arrival };
    return entry;
  }

  private hasRoom(): boolean {
    const { length } = this.entries;
    if (length === 0) return true;
    if (this.entries.at(-1)?.arrival === undefined) return false;
    return length < this.lanes.window && this.bytes < MOST_BYTES;
  }
}
