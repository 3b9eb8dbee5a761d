/** Log odds of the forests, rising, and how often a block of such odds is clutter. */
export interface Calibration {
  readonly odds: readonly number[];
  readonly probability: readonly number[];
}

/** Straight lines between the known points; level beyond them. */
export function calibrate({ odds, probability }: Calibration, score: number): number {
  const last = odds.length - 1;
  if (score <= (odds[0] as number)) return probability[0] as number;
  if (score >= (odds[last] as number)) return probability[last] as number;
  let at = 1;
  while ((odds[at] as number) < score) at += 1;
  const low = odds[at - 1] as number;
  const high = odds[at] as number;
  const share = (score - low) / (high - low);
  return (probability[at - 1] as number) * (1 - share) + (probability[at] as number) * share;
}
