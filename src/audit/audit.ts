import type { AuditResult, DocumentReport } from '../model/report.ts';
import { isUnreadable, type ReadResult, type Source } from '../model/source.ts';
import { createAuditor, type Auditor, type AuditOptions } from './auditor.ts';

/** Judges one document. For many, make one auditor with `createAuditor` and keep it. */
export function audit(source: Source, options: AuditOptions = {}): DocumentReport {
  return createAuditor(options).audit(source);
}

/** Judges documents as they come, in their order; those that could not be read pass through. */
export async function* auditAll(
  sources: AsyncIterable<ReadResult> | Iterable<ReadResult>,
  options: AuditOptions | Auditor = {},
): AsyncGenerator<AuditResult> {
  const auditor = 'audit' in options ? options : createAuditor(options);
  for await (const source of sources) yield isUnreadable(source) ? source : auditor.audit(source);
}
