import { MECHANISMS, type Detector } from '../detect/index.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';

/** Rules made ready to look at documents. */
export interface Plan {
  readonly rules: readonly Rule[];
  detect(analysis: Analysis): Hit[];
}

/** Gives each mechanism all its rules at once. */
export function compilePlan(rules: readonly Rule[]): Plan {
  const detectors: Detector[] = [];
  for (const mechanism of MECHANISMS) {
    const own = rules.filter(({ detect }) => detect.kind === mechanism.kind);
    if (own.length > 0) detectors.push(mechanism.compile(own as never));
  }
  return {
    rules,
    detect(analysis) {
      const hits: Hit[] = [];
      for (const detector of detectors) hits.push(...detector(analysis, hits));
      return hits;
    },
  };
}
