import { existsSync } from 'node:fs';
import { readBatch, splitBatch, type Batch, type ReadFacts } from './batch.ts';
import { describeDefect, type Drafted, type Wanted } from './drafter.ts';
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './worker.ts';

/** Threads that each have the rules and draft documents. */
export interface Workers {
  /** Resolves when the first of them has its rules; rejects when it does not get that far. */
  readonly ready: Promise<void>;
  /**
   * Rejects when the rules or settings make no sense. A document that a worker dies of comes back as unreadable; the worker
   * is replaced and the others go on.
   */
  draft(batch: Batch, wanted: Wanted): Promise<readonly Drafted[]>;
  stop(): Promise<void>;
}

export interface WorkersPlan {
  readonly count: number;
  readonly setup: WorkerSetup;
  /** The module that runs in a worker. Default: the one that the build made of `worker.ts`. */
  readonly entry?: URL;
}

/** Beside the built program, or where the build puts it as seen from the source tree. */
const PLACES = ['./worker.js', '../../dist/worker.js'];

/** Batches a worker has besides the one it works on, so that it need not wait for the next. */
const AHEAD = 1;

/** Starts workers. */
export async function startWorkers(plan: WorkersPlan & { readonly draftHere: DraftHere }): Promise<Workers> {
  const { setup, draftHere } = plan;
  const pool = await startPool({ ...plan, ahead: AHEAD });
  const run: Run = async (task) => (await pool.run({ name: 'work', task })) as readonly Drafted[];
  const ready = pool.run({ name: 'prepare', task: undefined }).then(() => {});
  ready.catch(() => {});
  const facts: ReadFacts = { options: setup.options, io: { stdin: noInput(), cwd: setup.cwd } };
  return {
    ready,
    async draft(batch, wanted) {
      try {
        return await run({ wanted, batch: sendable(batch) });
      } catch (error) {
        if (error instanceof WorkerProblem) throw error;
        return draftApart({ batch, wanted }, facts, { run, draftHere });
      }
    },
    stop: () => pool.stop(),
  };
}

/** Rules or settings that make no sense: nothing a second try could help. */
export class WorkerProblem extends Error {
  override readonly name = 'WorkerProblem';
}

export interface PoolTask {
  /** The function of the worker's module. */
  readonly name: string;
  readonly task: unknown;
  /** Ends the worker that has the task. */
  readonly signal?: AbortSignal;
}

/** Threads that run the functions of one module. */
export interface Pool {
  /** Rejects with `WorkerProblem` when the rules or settings make no sense, or with what the worker died of. */
  run(task: PoolTask): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * The heap of a worker. With the limits of the main thread it would grow to a multiple of what it needs before garbage is
 * collected; a document that does not fit is drafted in the main thread.
 */
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/** Starts threads; each has `ahead` tasks more than it works on. */
export async function startPool({ count, setup, entry, ahead }: WorkersPlan & { ahead: number }): Promise<Pool> {
  const { Tinypool } = await import('./pool-library.ts');
  const pool = new Tinypool({
    filename: (entry ?? builtEntry()).href,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: 1 + ahead,
    workerData: setup,
    resourceLimits: HEAP,
  });
  // a worker that dies while it does nothing is replaced like any other
  pool.on('error', () => {});
  return {
    async run({ name, task, signal }) {
      const answer = (await pool.run(task, { name, ...(signal && { signal }) })) as WorkerAnswer<unknown>;
      if ('problem' in answer) throw new WorkerProblem(answer.problem);
      return answer.result;
    },
    stop: () => pool.destroy(),
  };
}

function builtEntry(): URL {
  const entry = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (entry === undefined) throw new Error('the built worker is missing: run "npm run build"');
  return entry;
}

/** A view of a longer buffer would be sent with all of it. */
function sendable(batch: Batch): Batch {
  if (batch.kind !== 'lines' || batch.piece.bytes === undefined) return batch;
  return { ...batch, piece: { ...batch.piece, bytes: new Uint8Array(batch.piece.bytes) } };
}

type Run = (task: WorkerTask) => Promise<readonly Drafted[]>;
/** Drafts the documents of a batch in this thread. */
export type DraftHere = (batch: Batch, wanted: Wanted) => AsyncIterable<Drafted>;

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/** After a worker has died of a batch: each document by itself, so that only the guilty one is lost. */
async function draftApart(
  { batch, wanted }: { batch: Batch; wanted: Wanted },
  facts: ReadFacts,
  { run, draftHere }: { run: Run; draftHere: DraftHere },
): Promise<readonly Drafted[]> {
  const drafted: Drafted[] = [];
  for (const single of splitBatch(batch, facts.options)) {
    try {
      drafted.push(...(await run({ wanted, batch: sendable(single) })));
    } catch (error) {
      if (error instanceof WorkerProblem) throw error;
      if ((error as NodeJS.ErrnoException).code === OUT_OF_MEMORY) {
        for await (const one of draftHere(single, wanted)) drafted.push(one);
        continue;
      }
      for (const { id, origin } of await namesOf(single, facts))
        drafted.push({ item: { result: describeDefect(id, error), origin } });
    }
  }
  return drafted;
}

/** The ids of a batch's documents; a file is not read again for it. */
async function namesOf(batch: Batch, facts: ReadFacts): Promise<Pick<Named, 'id' | 'origin'>[]> {
  if (batch.kind === 'inputs') return batch.inputs.map(({ id }) => ({ id, origin: { path: id } }));
  const names: Named[] = [];
  for (const { result, origin } of await readBatch(batch, facts)) names.push({ id: result.id, origin });
  return names;
}

interface Named {
  readonly id: string;
  readonly origin: Drafted['item']['origin'];
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
