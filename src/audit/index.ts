export { audit, auditAll } from './audit.ts';
export { checkExamples } from './check-examples.ts';
export { createAuditor, type Auditor, type AuditOptions } from './auditor.ts';
