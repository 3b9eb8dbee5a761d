import { MECHANISMS, type Detector } from '../detect/index.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';

/** Rules made ready to look at documents. */
export interface Plan {
  readonly rules: readonly Rule[];
  detect(analysis: Analysis): Hit[];
  /**
   * The hits of each of several documents. Faster than one after another: each mechanism looks at all of them while its code and
   * its tables are in the processor's cache, which all mechanisms together do not fit into.
   */
  detectAll(analyses: readonly Analysis[]): Hit[][];
}

/** Gives each mechanism all its rules at once. */
export function compilePlan(rules: readonly Rule[]): Plan {
  const detectors: Detector[] = [];
  for (const mechanism of MECHANISMS) {
    const own = rules.filter(({ detect }) => detect.kind === mechanism.kind);
    if (own.length > 0) detectors.push(mechanism.compile(own as never));
  }
  const detectAll = (analyses: readonly Analysis[]): Hit[][] => {
    const found = analyses.map((analysis) => ({ analysis, hits: [] as Hit[] }));
    for (const detector of detectors)
      for (const { analysis, hits } of found) hits.push(...detector(analysis, hits));
    return found.map(({ hits }) => hits);
  };
  return { rules, detectAll, detect: (analysis) => detectAll([analysis])[0] as Hit[] };
}
