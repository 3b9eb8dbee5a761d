import { createImprinter } from '../detect/index.ts';
import type { AuditResult, DocumentReport } from '../model/report.ts';
import { isUnreadable, type ReadResult, type Source } from '../model/source.ts';
import { createAuditor, type Auditor, type AuditOptions } from './auditor.ts';
import { comparedRules, createComparer, type ComparedFor } from './comparer.ts';

type Sources = AsyncIterable<ReadResult> | Iterable<ReadResult>;

/** Judges one document. For many, make one auditor with `createAuditor` and keep it. */
export function audit(source: Source, options: AuditOptions = {}): DocumentReport {
  return createAuditor(options).audit(source);
}

/**
 * Judges documents as they come, in their order; those that could not be read pass through. Lines that a document shares with
 * earlier ones outside its prose are found as lines of the page frame.
 */
export async function* auditAll(sources: Sources, options: AuditOptions | Auditor = {}): AsyncGenerator<AuditResult> {
  const line = openLine(options, 'frames');
  for await (const source of sources) yield isUnreadable(source) ? source : line.audit(source);
}

/**
 * Judges documents and compares each with all others: paragraphs they share, copies, page frames. Opens the sources twice; both
 * times they must come in the same order. The first document that holds something is the original.
 */
export async function* auditCorpus(
  open: () => Sources,
  options: AuditOptions | Auditor = {},
): AsyncGenerator<AuditResult> {
  const line = openLine(options, 'all');
  for await (const source of open()) if (!isUnreadable(source)) line.add(source);
  for await (const source of open()) yield isUnreadable(source) ? source : line.audit(source);
}

function openLine(
  options: AuditOptions | Auditor,
  comparedFor: ComparedFor,
): { add(source: Source): void; audit(source: Source): DocumentReport } {
  const auditor = 'audit' in options ? options : createAuditor(options);
  const comparer = createComparer(auditor.rules, comparedFor);
  const imprint = createImprinter(comparedRules(auditor.rules, comparedFor));
  return {
    add: (source) => comparer.add(imprint(auditor.analyze(source))),
    audit(source) {
      const analysis = auditor.analyze(source);
      return auditor.judge(analysis, comparer.hits(imprint(analysis), auditor));
    },
  };
}
