import { workerData } from 'node:worker_threads';
import type { ComparedFor } from '../audit/index.ts';
import type { ReadOptions } from '../read/index.ts';
import type { Settings } from '../settings/settings.ts';
import { once } from '../text/once.ts';
import { chooseAuditors } from './auditors.ts';
import { readBatch, type Batch } from './batch.ts';
import { createDrafter, type Drafted, type Wanted } from './drafter.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly settings: Settings;
  /** Absolute. */
  readonly cwd: string;
  readonly comparedFor: ComparedFor;
  readonly options: ReadOptions;
}

export interface WorkerTask {
  readonly wanted: Wanted;
  /** Nothing: only get ready. */
  readonly batch?: Batch;
}

/** What a worker cannot throw, since errors lose their kind on the way: that the rules or settings make no sense. */
export type WorkerAnswer = { readonly drafted: readonly Drafted[] } | { readonly problem: string };

/** The pool hands its own data over first. */
const setupOf = once(() => (workerData as [unknown, WorkerSetup])[1]);

const startDrafter = once(async () => {
  const { settings, cwd, comparedFor } = setupOf();
  const auditors = await chooseAuditors({ settings }, cwd);
  // the rules are compiled before the first document comes
  auditors.forDocument('').prepare();
  return createDrafter(auditors, comparedFor);
});

/** One task of the pool. */
export async function work({ wanted, batch }: WorkerTask): Promise<WorkerAnswer> {
  let draft;
  try {
    draft = await startDrafter();
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const { options, cwd } = setupOf();
  const drafted: Drafted[] = [];
  // only the main thread has a standard input, and reads it itself
  const facts = { options, io: { stdin: noInput(), cwd } };
  if (batch !== undefined) for await (const item of readBatch(batch, facts)) drafted.push(draft(item, wanted));
  return { drafted };
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
