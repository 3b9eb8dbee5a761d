import { analyze } from '../analyze/index.ts';
import { measureFilters } from '../detect/filters/index.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Finding, Hit } from '../model/finding.ts';
import type { DocumentReport } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { toSource } from '../parse/offset-map.ts';
import { parse } from '../parse/parse.ts';
import { builtinRules, compilePlan } from '../rules/index.ts';
import { DEFAULT_SCORING, judge, settle, toFindings, type Scoring } from '../score/index.ts';
import { once } from '../text/once.ts';
import { lengthOf, type Draft } from './draft.ts';

export interface AuditOptions {
  /** Default: the built-in rules. */
  readonly rules?: readonly Rule[];
  readonly scoring?: Partial<Scoring>;
  /** BCP 47; overrides detection. */
  readonly language?: string;
  /** Published corpus filters to measure texts with, `FILTER_PROFILES`; they judge nothing. Default: none. */
  readonly filters?: readonly string[];
  /** Findings for which this holds are neither reported nor counted. */
  readonly isAllowed?: (finding: Finding, source: Source) => boolean;
}

/** The line from source to report; its rules are compiled once, when they are first needed. */
export interface Auditor {
  readonly rules: readonly Rule[];
  audit(source: Source): DocumentReport;
  /** The same for several documents, which takes less time than one after another; a megabyte at a time is enough. */
  auditTogether(sources: readonly Source[]): DocumentReport[];
  /** The first half of the line, for those that look at several documents before they judge one. */
  analyze(source: Source): Analysis;
  /** The second half: `extra` hits join those of the rules. */
  judge(analysis: Analysis, extra?: readonly Hit[]): DocumentReport;
  /** The second half in two: all that needs the rules, of several documents at once, because that is faster, … */
  draft(analyses: readonly Analysis[]): Draft[];
  /** … and what is left, which needs none. `extra` hits say themselves where they stand in the source. */
  finish(draft: Draft, source: Source, extra?: readonly Hit[]): DocumentReport;
  /** Compiles the rules now. Throws when an option of a rule makes no sense. */
  prepare(): void;
}

export function createAuditor(options: AuditOptions = {}): Auditor {
  const rules = options.rules ?? builtinRules();
  const plan = once(() => compilePlan(rules));
  const finish = createFinisher(options);
  const analyzeSource = (source: Source): Analysis =>
    analyze(parse(source), options.language === undefined ? {} : { language: options.language });
  const draft = (analyses: readonly Analysis[]): Draft[] => {
    const hits = plan().detectAll(analyses);
    return analyses.map((analysis, index) => ({
      id: analysis.document.source.id,
      format: analysis.document.source.format,
      language: analysis.language,
      length: lengthOf(analysis),
      ...applyFilters(analysis, options.filters ?? []),
      findings: findingsOf(hits[index] as Hit[], analysis),
      allowances: analysis.document.allowances,
    }));
  };
  const auditTogether = (sources: readonly Source[]): DocumentReport[] => {
    const drafts = draft(sources.map(analyzeSource));
    return drafts.map((one, index) => finish(one, sources[index] as Source));
  };
  const judgeAnalysis = (analysis: Analysis, extra: readonly Hit[] = []): DocumentReport => {
    const { document } = analysis;
    const placed = extra.map((hit) => ({ source: toSource(document, hit), ...hit }));
    return finish(draft([analysis])[0] as Draft, document.source, placed);
  };
  return {
    rules,
    analyze: analyzeSource,
    judge: judgeAnalysis,
    draft,
    finish,
    prepare: () => void plan(),
    auditTogether,
    audit: (source) => auditTogether([source])[0] as DocumentReport,
  };
}

function findingsOf(hits: readonly Hit[], { document }: Analysis): Finding[] {
  return toFindings(hits, {
    toSource: (span) => toSource(document, span),
    allowances: document.allowances,
    sourceText: document.source.text,
  });
}

/** The end of the line, from a draft to its report. */
function createFinisher({ scoring: given, isAllowed }: AuditOptions): Auditor['finish'] {
  const scoring = { ...DEFAULT_SCORING, ...given };
  return (draft, source, extra = []) => {
    const { findings: own, allowances, id, format, language, length, measures, notes } = draft;
    const shared = toFindings(extra, { toSource: (span) => span, allowances, sourceText: source.text });
    const findings = settle([...own, ...shared]).filter((finding) => isAllowed?.(finding, source) !== true);
    return {
      id,
      format,
      language,
      ...judge(findings, length, scoring),
      length,
      measures,
      ...(notes && { notes }),
    };
  };
}

const FILTER_DECIMALS = 1e8;

/** Adds `<profile>.<measure>` to the measures, and a note of the verdict of each profile. */
function applyFilters(
  { document: { text, source }, measures }: Analysis,
  profiles: readonly string[],
): Pick<DocumentReport, 'measures' | 'notes'> {
  if (profiles.length === 0) return { measures, ...(source.notes && { notes: source.notes }) };
  const reports = measureFilters(text, profiles);
  const measured = reports.flatMap(({ profile, measures }) =>
    Object.entries(measures).map(([name, value]) => [
      `${profile}.${name}`,
      Math.round(value * FILTER_DECIMALS) / FILTER_DECIMALS,
    ]),
  );
  const notes = reports.map(({ profile, verdict }) => `${profile}: ${verdict}`);
  return { measures: { ...measures, ...Object.fromEntries(measured) }, notes: [...(source.notes ?? []), ...notes] };
}
