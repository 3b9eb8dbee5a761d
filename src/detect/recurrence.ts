import { numberKeys } from '../text/key-numbers.ts';
import { shingleHashes } from '../text/shingles.ts';

/** How the runs of three neighbouring items of a list come again in it: what every loop is made of. */
export interface Recurrence {
  /** The most neighbouring places whose run stands in the list more than once. */
  readonly longest: number;
  /** How many places have a run that stands in the list at least so many times. */
  countFrequent(times: number): number;
}

/** Items of a run. */
export const RUN = 3;

/** One pass over the items, so that the searches for loops need not look at lists that cannot hold any. */
export function measureRecurrence(items: Int32Array): Recurrence {
  const { numbers, counts } = numberKeys(items.length < RUN ? new Int32Array(0) : shingleHashes(items, RUN));
  let longest = 0;
  let length = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    length = (counts[numbers[at] as number] as number) > 1 ? length + 1 : 0;
    if (length > longest) longest = length;
  }
  return {
    longest,
    countFrequent: (times) => counts.reduce((sum, count) => (count >= times ? sum + count : sum), 0),
  };
}
