/** A piece of work that is timed as a whole, e.g. one stage over a set of documents. */
export interface Task {
  readonly name: string;
  readonly documents: number;
  /** UTF-8 bytes of the documents. */
  readonly bytes: number;
  readonly run: () => void | Promise<void>;
}

export interface Timing {
  readonly name: string;
  readonly documentsPerSecond: number;
  /** 1e6 UTF-8 bytes a second. */
  readonly megabytesPerSecond: number;
  /** Processor time, median of the rounds. */
  readonly milliseconds: number;
}

/**
 * Times every task once a round, after unmeasured rounds, so that a busy moment of the machine hits all alike; medians.
 * Processor time of all threads, the collector's included: other programs at work would make clock time meaningless.
 */
export async function measure(
  tasks: readonly Task[],
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Timing[]> {
  const times = tasks.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const start = process.cpuUsage();
      await task.run();
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times[index]?.push((user + system) / 1000);
    }
  }
  return tasks.map((task, index) => {
    const milliseconds = median(times[index] ?? []);
    return {
      name: task.name,
      milliseconds,
      documentsPerSecond: (task.documents / milliseconds) * 1000,
      megabytesPerSecond: task.bytes / milliseconds / 1000,
    };
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
