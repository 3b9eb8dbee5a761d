import { workerData } from 'node:worker_threads';
import type { ComparedFor } from '../audit/index.ts';
import type { Source } from '../model/source.ts';
import type { ReadOptions } from '../read/index.ts';
import { documentRecord } from '../report/json.ts';
import { locate } from '../report/locate.ts';
import type { Settings } from '../settings/settings.ts';
import { once } from '../text/once.ts';
import { chooseAuditors, type AuditorChoice } from './auditors.ts';
import { readBatch, type Batch } from './batch.ts';
import { createDrafter, type Drafted, type Drafter, type Wanted } from './drafter.ts';

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
  readonly batch: Batch;
}

/** `problem` is what a worker cannot throw, since errors lose their kind on the way: the rules or settings make no sense. */
export type WorkerAnswer<T> = { readonly result: T } | { readonly problem: string };

/** The pool hands its own data over first. */
const setupOf = once(() => (workerData as [unknown, WorkerSetup])[1]);

interface Tools {
  readonly auditors: AuditorChoice;
  readonly draft: Drafter;
}

const gatherTools = once(async (): Promise<Tools> => {
  const { settings, cwd, comparedFor } = setupOf();
  const auditors = await chooseAuditors({ settings }, cwd);
  // the rules are compiled before the first document comes
  auditors.forDocument('').prepare();
  return { auditors, draft: createDrafter(auditors, comparedFor) };
});

/** Loads and compiles the rules. */
export function prepare(): Promise<WorkerAnswer<undefined>> {
  return answer(async () => undefined);
}

/** Drafts the documents of a batch. */
export function work({ wanted, batch }: WorkerTask): Promise<WorkerAnswer<readonly Drafted[]>> {
  return answer(async ({ draft }) => {
    const { options, cwd } = setupOf();
    // only the main thread has a standard input, and reads it itself
    const facts = { options, io: { stdin: noInput(), cwd } };
    return draft(await readBatch(batch, facts), wanted);
  });
}

/** Judges one document by itself; the report as it stands in `json` and `ndjson`. */
export function judge(source: Source): Promise<WorkerAnswer<string>> {
  return answer(async ({ auditors }) => {
    const report = auditors.forDocument(source.id).audit(source);
    return JSON.stringify(documentRecord(locate(report, source)));
  });
}

async function answer<T>(make: (tools: Tools) => Promise<T>): Promise<WorkerAnswer<T>> {
  let tools;
  try {
    tools = await gatherTools();
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  return { result: await make(tools) };
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
