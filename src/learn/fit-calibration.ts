import type { Calibration } from '../detect/block-model/calibration.ts';

export interface CalibrationPoint {
  readonly score: number;
  /** 1 or 0. */
  readonly label: number;
  readonly weight: number;
}

const STEPS = 40;
const DIGITS = 3;

/** Isotonic regression (pool adjacent violators) over quantiles of the scores. */
export function fitCalibration(points: readonly CalibrationPoint[]): Calibration {
  const sorted = [...points].sort((a, b) => a.score - b.score);
  const size = Math.max(1, Math.ceil(sorted.length / STEPS));
  const pools: Pool[] = [];
  for (let from = 0; from < sorted.length; from += size) {
    pools.push(poolOf(sorted.slice(from, from + size)));
    mergeViolators(pools);
  }
  return {
    odds: pools.map(({ odds, weight }) => round(odds / weight)),
    probability: pools.map(({ positive, weight }) => round(positive / weight)),
  };
}

interface Pool {
  readonly odds: number;
  readonly positive: number;
  readonly weight: number;
}

function poolOf(points: readonly CalibrationPoint[]): Pool {
  let odds = 0;
  let positive = 0;
  let all = 0;
  for (const { score, label, weight } of points) {
    odds += score * weight;
    positive += label * weight;
    all += weight;
  }
  return { odds, positive, weight: all };
}

function mergeViolators(pools: Pool[]): void {
  while (pools.length > 1) {
    const last = pools[pools.length - 1] as Pool;
    const before = pools[pools.length - 2] as Pool;
    if (last.positive / last.weight > before.positive / before.weight) return;
    pools.splice(-2, 2, {
      odds: last.odds + before.odds,
      positive: last.positive + before.positive,
      weight: last.weight + before.weight,
    });
  }
}

function round(value: number): number {
  return Number(value.toFixed(DIGITS));
}
