/** The contiguous stretch of the greatest sum (Bentley's scan); empty, with `last` below `first`, when nothing is positive. */
export function bestStretch(count: number, gain: (index: number) => number): { first: number; last: number } {
  let best = { first: 0, last: -1 };
  let most = 0;
  let sum = 0;
  let first = 0;
  for (let index = 0; index < count; index += 1) {
    sum += gain(index);
    if (sum <= 0) {
      sum = 0;
      first = index + 1;
    } else if (sum > most) {
      most = sum;
      best = { first, last: index };
    }
  }
  return best;
}
