import type { Auditor } from '../audit/index.ts';
import { clean, cutSource, type CleanForm } from '../clean/index.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Family, Rule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';

/** What `dross clean` takes out unless told otherwise; of duplicates only what is repeated word for word. */
const REMOVED: readonly Family[] = ['clutter', 'chatter', 'blocked', 'duplicate'];
const VERBATIM = 'repeat';

export interface CleanPlan {
  /** Asked for on the command line. */
  readonly families?: readonly Family[];
  /** Ids of rules whose findings stay. */
  readonly keep?: ReadonlySet<string>;
  readonly to?: CleanForm;
  readonly rules: readonly Rule[];
}

export interface Cleaned {
  readonly text: string;
  /** The source in its own format without the same spans: what a comparison with the source shows. */
  readonly cut: string;
}

/** Judges a document and takes out what should go. Findings of severity info are hints and stay. */
export function createCleaner({ families, keep, to, rules }: CleanPlan): (source: Source, auditor: Auditor) => Cleaned {
  const verbatim = new Set(rules.filter(({ detect }) => detect.kind === VERBATIM).map(({ id }) => id));
  const goes = ({ family, severity, ruleId }: Finding): boolean => {
    if (severity === 'info' || keep?.has(ruleId) === true || !(families ?? REMOVED).includes(family)) return false;
    return families !== undefined || family !== 'duplicate' || verbatim.has(ruleId);
  };
  return (source, auditor) => {
    const analysis = auditor.analyze(source);
    const spans = auditor.judge(analysis).findings.filter(goes);
    const { document } = analysis;
    return { text: clean(document, spans, to ?? formOf(document)), cut: cutSource(document, spans).kept };
  };
}

/** HTML becomes text unless something else is asked for; text and Markdown stay what they are. */
function formOf({ source }: Document): CleanForm {
  return source.format === 'markdown' ? 'markdown' : 'text';
}
