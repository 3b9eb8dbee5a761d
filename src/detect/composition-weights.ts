import type { ContextFeatures } from './composition-context.ts';

/** How much the words of a form say by themselves. */
export const STRENGTHS = ['strong', 'fair', 'weak'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Logistic function over the weighted features. */
export function weigh(weights: Readonly<Record<string, number>>, bias: string, features: ContextFeatures): number {
  let logit = weights[bias] ?? 0;
  for (const [name, value] of Object.entries(features)) logit += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}
