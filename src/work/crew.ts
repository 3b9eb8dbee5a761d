import { availableParallelism } from 'node:os';
import type { Batch } from './batch.ts';
import type { Drafted, Wanted } from './drafter.ts';
import { startWorkers, type DraftHere, type Workers, type WorkersPlan } from './workers.ts';

/** Workers of a run, once they are worth it. */
export interface Crew {
  /** Gives a batch to the workers; nothing when it is to be done here. */
  away(batch: Batch, wanted: Wanted): Promise<readonly Drafted[]> | undefined;
  /** Batches that may be away at once. */
  readonly window: number;
  stop(): Promise<void>;
}

/** Each worker costs about as much memory as the main thread; more than these must be asked for. */
const MOST_WORKERS = 8;
/** A run that is over sooner is not worth the second that workers need to get ready. */
const PATIENCE_MILLISECONDS = 1_000;
/** Batches away for each worker: those it has, and those that wait for their turn to be written. */
const BATCHES_A_WORKER = 4;

/** As many as the machine has processors, within reason. */
export function usualWorkers(): number {
  return Math.min(MOST_WORKERS, availableParallelism());
}

/**
 * Without a number of jobs the run begins in this thread; workers as many as the machine has processors join when it lasts,
 * and take over when they are ready. With one job there are none, with more they begin at once.
 */
export function createCrew(jobs: number | undefined, plan: Omit<CrewPlan, 'count'>): Crew {
  const count = jobs ?? usualWorkers();
  if (count <= 1) return { away: () => undefined, window: 1, stop: async () => {} };
  return new StartedCrew({ ...plan, count }, jobs !== undefined);
}

interface CrewPlan extends WorkersPlan {
  readonly draftHere: DraftHere;
}

class StartedCrew implements Crew {
  readonly window: number;
  private readonly plan: CrewPlan;
  private readonly asked: boolean;
  private readonly since = performance.now();
  private starting: Promise<Workers> | undefined;
  private ready = false;

  constructor(plan: CrewPlan, asked: boolean) {
    this.plan = plan;
    this.asked = asked;
    this.window = plan.count * BATCHES_A_WORKER;
  }

  away(batch: Batch, wanted: Wanted): Promise<readonly Drafted[]> | undefined {
    if (!this.asked && performance.now() - this.since < PATIENCE_MILLISECONDS) return undefined;
    this.starting ??= this.start();
    if (!this.asked && !this.ready) return undefined;
    return this.starting.then((workers) => workers.draft(batch, wanted));
  }

  async stop(): Promise<void> {
    await (await this.starting)?.stop();
  }

  private async start(): Promise<Workers> {
    const workers = await startWorkers(this.plan);
    workers.ready.then(
      () => {
        this.ready = true;
      },
      // nobody asked for workers: the run goes on without
      () => {},
    );
    return workers;
  }
}
