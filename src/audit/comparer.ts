import { createComparison } from '../detect/index.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { DocumentReport } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import type { Auditor } from './auditor.ts';

/**
 * What documents are compared for. `frames`: lines of the page frame, with a memory of bounded size; `all`: paragraphs and
 * whole documents as well, with a memory that grows with the collection.
 */
export type ComparedFor = 'frames' | 'all';

/** Judges documents one after another, each also by what it shares with the others. */
export interface Comparer {
  /**
   * A first look at a document, for those who can read their input twice: once all were added, in the order in which they
   * will be judged, each is compared with all. Without it a document is compared with those judged before it.
   */
  add(source: Source, auditor: Auditor): void;
  audit(source: Source, auditor: Auditor): DocumentReport;
}

/** Blocks of two generations, 50 bytes each. */
const FRAME_LIMIT = 500_000;

export function createComparer(rules: readonly Rule[], comparedFor: ComparedFor): Comparer {
  const all = comparedFor === 'all';
  const own = rules.filter(({ detect }) => detect.kind === 'template' && (all || detect.of === 'line'));
  const comparison = createComparison(own, all ? {} : { limit: FRAME_LIMIT });
  const added: string[] = [];
  let judged = 0;
  const hitsOf = (analysis: Analysis): Hit[] => {
    const ordinal = judged;
    judged += 1;
    if (added[ordinal] === analysis.document.source.id) return comparison.compare(analysis, ordinal);
    const hits = comparison.compare(analysis);
    comparison.add(analysis);
    return hits;
  };
  return {
    add(source, auditor) {
      comparison.add(auditor.analyze(source));
      added.push(source.id);
    },
    audit(source, auditor) {
      const analysis = auditor.analyze(source);
      return auditor.judge(
        analysis,
        hitsOf(analysis).flatMap((hit) => ofAuditor(hit, auditor)),
      );
    },
  };
}

/** The rules of a document may be others than those of the run: switched off, or of another severity. */
function ofAuditor(hit: Hit, { rules }: Auditor): Hit[] {
  const rule = rules.find(({ id }) => id === hit.rule.id);
  return rule === undefined ? [] : [{ ...hit, rule }];
}
