import type { Source } from '../model/source.ts';
import { startPool, WorkerProblem, type Pool, type WorkersPlan } from './workers.ts';

/** A document took longer than it may; the worker that had it is gone, and another has taken its place. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** Workers that judge one document at a time, within a time limit. */
export interface Judges {
  /** How many documents may be judged at once. */
  readonly count: number;
  /** True when so much waits already that no more should be accepted. */
  readonly busy: boolean;
  /** The report as it stands in `json` and `ndjson`. Rejects with `TooSlow`, or with whatever a worker died of. */
  judge(source: Source): Promise<string>;
  stop(): Promise<void>;
}

export interface JudgesPlan extends WorkersPlan {
  /** What one document may take. */
  readonly limitMilliseconds: number;
}

const MOST_WAITING = 1_024;
/** Code units. */
const LONGEST_WAITING = 134_217_728;

interface Waiting {
  readonly source: Source;
  readonly done: (report: string) => void;
  readonly fail: (reason: unknown) => void;
}

/** Starts workers and resolves when all have their rules. Rejects when rules or settings make no sense. */
export async function startJudges(plan: JudgesPlan): Promise<Judges> {
  // a pool for each, so that whoever is replaced can be waited for
  const pools = await Promise.all(Array.from({ length: plan.count }, () => startPool({ ...plan, count: 1, ahead: 0 })));
  const judges = new QueuedJudges(pools, plan.limitMilliseconds);
  try {
    await judges.prepare();
  } catch (error) {
    await judges.stop();
    throw error;
  }
  return judges;
}

class QueuedJudges implements Judges {
  readonly count: number;
  private readonly pools: readonly Pool[];
  private readonly limitMilliseconds: number;
  private readonly waiting: Waiting[] = [];
  private readonly free: Pool[];
  private waitingLength = 0;

  constructor(pools: readonly Pool[], limitMilliseconds: number) {
    this.count = pools.length;
    this.pools = pools;
    this.limitMilliseconds = limitMilliseconds;
    this.free = [...pools];
  }

  get busy(): boolean {
    return this.waiting.length >= MOST_WAITING || this.waitingLength > LONGEST_WAITING;
  }

  async prepare(): Promise<void> {
    await Promise.all(this.pools.map(prepare));
  }

  judge(source: Source): Promise<string> {
    return new Promise((done, fail) => {
      this.waiting.push({ source, done, fail });
      this.waitingLength += source.text.length;
      this.next();
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.stop()));
  }

  private next(): void {
    const pool = this.waiting.length === 0 ? undefined : this.free.pop();
    const first = pool && this.waiting.shift();
    if (pool === undefined || first === undefined) return;
    this.waitingLength -= first.source.text.length;
    void this.serve(pool, first);
  }

  private async serve(pool: Pool, { source, done, fail }: Waiting): Promise<void> {
    try {
      done(await this.run(pool, source));
    } catch (error) {
      fail(error);
      // the next document must not pay for the start of another worker
      await prepare(pool).catch(() => {});
    }
    this.free.push(pool);
    this.next();
  }

  /** The time counts from when a worker gets the document, not from when it began to wait. */
  private async run(pool: Pool, source: Source): Promise<string> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.limitMilliseconds);
    try {
      return (await pool.run({ name: 'judge', task: source, signal: limit.signal })) as string;
    } catch (error) {
      if (limit.signal.aborted && !(error instanceof WorkerProblem)) {
        throw new TooSlow(`the document took longer than ${this.limitMilliseconds / 1000} seconds`);
      }
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

async function prepare(pool: Pool): Promise<void> {
  await pool.run({ name: 'prepare', task: undefined });
}
