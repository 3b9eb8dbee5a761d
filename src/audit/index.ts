export { audit, auditAll, auditCorpus } from './audit.ts';
export { checkExamples, readMarks } from './check-examples.ts';
export { createAuditor, type Auditor, type AuditOptions } from './auditor.ts';
export { comparedRules, createComparer, type ComparedFor, type Comparer } from './comparer.ts';
export type { ComparableDraft, Draft } from './draft.ts';
