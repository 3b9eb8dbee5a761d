import { createComparison, type Imprint } from '../detect/index.ts';
import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Auditor } from './auditor.ts';

/**
 * What documents are compared for. `frames`: lines of the page frame, with a memory of bounded size; `all`: paragraphs and
 * whole documents as well, with a memory that grows with the collection.
 */
export type ComparedFor = 'frames' | 'all';

/** Looks at the imprints of documents one after another and says what each shares with the others. */
export interface Comparer {
  /**
   * A first look at a document, for those who can read their input twice: once all were added, in the order in which they
   * will be judged, each is compared with all. Without it a document is compared with those judged before it.
   */
  add(imprint: Imprint): void;
  /** Hits of the rules of this document's auditor. Call it in input order, once a document. */
  hits(imprint: Imprint, auditor: Pick<Auditor, 'rules'>): Hit[];
}

/** Blocks of two generations, 50 bytes each. */
const FRAME_LIMIT = 500_000;

/** The rules that compare documents, of those of a run. */
export function comparedRules(rules: readonly Rule[], comparedFor: ComparedFor): Rule[] {
  return rules.filter(({ detect }) => detect.kind === 'template' && (comparedFor === 'all' || detect.of === 'line'));
}

export function createComparer(rules: readonly Rule[], comparedFor: ComparedFor): Comparer {
  const limit = comparedFor === 'all' ? {} : { limit: FRAME_LIMIT };
  const comparison = createComparison(comparedRules(rules, comparedFor), limit);
  const added: string[] = [];
  let judged = 0;
  const compare = (imprint: Imprint): Hit[] => {
    const ordinal = judged;
    judged += 1;
    if (added[ordinal] === imprint.id) return comparison.compare(imprint, ordinal);
    const hits = comparison.compare(imprint);
    comparison.add(imprint);
    return hits;
  };
  return {
    add(imprint) {
      comparison.add(imprint);
      added.push(imprint.id);
    },
    hits: (imprint, auditor) => compare(imprint).flatMap((hit) => ofAuditor(hit, auditor)),
  };
}

/** The rules of a document may be others than those of the run: switched off, or of another severity. */
function ofAuditor(hit: Hit, { rules }: Pick<Auditor, 'rules'>): Hit[] {
  const rule = rules.find(({ id }) => id === hit.rule.id);
  return rule === undefined ? [] : [{ ...hit, rule }];
}
