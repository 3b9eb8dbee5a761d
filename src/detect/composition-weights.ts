import type { ContextFeatures } from './composition-context.ts';

/** How much the words of a form say by themselves. */
export const STRENGTHS = ['strong', 'fair', 'weak'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * Logistic function over the weighted features. A weight `rule.feature` stands for that of the feature alone where the rule
 * has learned its own.
 */
export function weigh(weights: Readonly<Record<string, number>>, rule: string, features: ContextFeatures): number {
  let logit = 0;
  for (const [name, value] of Object.entries(features)) {
    if (value !== 0) logit += value * (weights[`${rule}.${name}`] ?? weights[name] ?? 0);
  }
  return 1 / (1 + Math.exp(-logit));
}
