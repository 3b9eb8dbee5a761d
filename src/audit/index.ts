export { audit, auditAll, auditCorpus } from './audit.ts';
export { checkExamples } from './check-examples.ts';
export { createAuditor, type Auditor, type AuditOptions } from './auditor.ts';
export { createComparer, type ComparedFor, type Comparer } from './comparer.ts';
