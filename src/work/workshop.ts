import type { ComparedFor } from '../audit/index.ts';
import type { Input, ReadIo, ReadOptions } from '../read/index.ts';
import type { Settings } from '../settings/settings.ts';
import type { AuditorChoice } from './auditors.ts';
import { cutBatches, readBatch, type Batch } from './batch.ts';
import { lookUp, withCache } from './cached-lanes.ts';
import { createCrew } from './crew.ts';
import { openDraftCache } from './draft-cache.ts';
import { createDrafter, type Drafted, type Wanted } from './drafter.ts';
import { workInOrder } from './in-order.ts';

export type { Drafted } from './drafter.ts';

/** All there is to know of a run to draft its documents. */
export interface WorkshopPlan {
  readonly inputs: readonly Input[];
  readonly options: ReadOptions;
  readonly io: ReadIo;
  readonly settings: Settings;
  readonly auditors: AuditorChoice;
  readonly comparedFor: ComparedFor;
  readonly version: string;
}

/** Where the documents of a run are drafted: in this thread, or by workers. */
export interface Workshop {
  /**
   * Drafts all documents and yields them in the order of the inputs. With a second call the inputs are read again. Memory
   * does not grow with their number.
   */
  work(wanted: Wanted): AsyncGenerator<{ readonly drafted: Drafted; readonly inputsDone: number }>;
  /** Ends all work, also what is under way. */
  close(): Promise<void>;
  /** After all work: what the user should know, in sentences. */
  remarks(): string[];
}

export function openWorkshop(plan: WorkshopPlan): Workshop {
  const { inputs, options, io, settings, auditors, comparedFor, version } = plan;
  const facts = { options, io };
  const draft = createDrafter(auditors, comparedFor);
  const { cache: folder } = settings;
  const cache = folder === undefined ? undefined : openDraftCache({ folder, version, auditors, comparedFor });
  const draftHere = async function* (batch: Batch, wanted: Wanted): AsyncGenerator<Drafted> {
    yield* draft(await readBatch(batch, facts), wanted);
  };
  const crew = createCrew(settings.jobs, { setup: { settings, cwd: io.cwd, comparedFor, options }, draftHere });
  return {
    async *work(wanted) {
      const lanes = {
        here: (batch: Batch) => draftHere(batch, wanted),
        away: (batch: Batch) => crew.away(batch, wanted),
        window: crew.window,
      };
      const batches = cutBatches(inputs, facts);
      const work = cache
        ? workInOrder(lookUp(batches, cache, facts), withCache(lanes, cache, wanted))
        : workInOrder(batches, lanes);
      for await (const { batch, drafted } of work) yield { drafted, inputsDone: batch.inputsDone };
    },
    async close() {
      await crew.stop();
      cache?.close();
    },
    remarks() {
      // only a cache that is written can say whether that went well
      cache?.close();
      return cache?.remarks() ?? [];
    },
  };
}
