/** The public face of the library. */
export { audit, auditAll, auditCorpus, createAuditor, type Auditor, type AuditOptions } from './audit/index.ts';
export { builtinRules } from './rules/index.ts';
export type { AuditResult, DocumentReport, ScoredFinding, Verdict } from './model/report.ts';
export type { Finding, Related } from './model/finding.ts';
export type { Family, Rule, Severity } from './model/rule.ts';
export type { Format, ReadResult, Source, Unreadable } from './model/source.ts';
export type { Span } from './model/span.ts';
