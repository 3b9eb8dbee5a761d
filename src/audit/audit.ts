import type { AuditResult, DocumentReport } from '../model/report.ts';
import { isUnreadable, type ReadResult, type Source } from '../model/source.ts';
import { createAuditor, type Auditor, type AuditOptions } from './auditor.ts';
import { createComparer } from './comparer.ts';

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
  const auditor = 'audit' in options ? options : createAuditor(options);
  const comparer = createComparer(auditor.rules, 'frames');
  for await (const source of sources) yield isUnreadable(source) ? source : comparer.audit(source, auditor);
}

/**
 * Judges documents and compares each with all others: paragraphs they share, copies, page frames. Opens the sources twice; both
 * times they must come in the same order. The first document that holds something is the original.
 */
export async function* auditCorpus(
  open: () => Sources,
  options: AuditOptions | Auditor = {},
): AsyncGenerator<AuditResult> {
  const auditor = 'audit' in options ? options : createAuditor(options);
  const comparer = createComparer(auditor.rules, 'all');
  for await (const source of open()) if (!isUnreadable(source)) comparer.add(source, auditor);
  for await (const source of open()) yield isUnreadable(source) ? source : comparer.audit(source, auditor);
}
