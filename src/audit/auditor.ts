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
import { DEFAULT_SCORING, judge, resolve, type Scoring } from '../score/index.ts';

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

/** The line from source to report, with its rules compiled once. */
export interface Auditor {
  readonly rules: readonly Rule[];
  audit(source: Source): DocumentReport;
  /** The first half of the line, for those that look at several documents before they judge one. */
  analyze(source: Source): Analysis;
  /** The second half: `extra` hits join those of the rules. */
  judge(analysis: Analysis, extra?: readonly Hit[]): DocumentReport;
}

export function createAuditor(options: AuditOptions = {}): Auditor {
  const plan = compilePlan(options.rules ?? builtinRules());
  const scoring = { ...DEFAULT_SCORING, ...options.scoring };
  const analyzeSource = (source: Source): Analysis =>
    analyze(parse(source), options.language === undefined ? {} : { language: options.language });
  const judgeAnalysis = (analysis: Analysis, extra: readonly Hit[] = []): DocumentReport => {
    const { document } = analysis;
    const { source } = document;
    const findings = resolve([...plan.detect(analysis), ...extra], {
      toSource: (span) => toSource(document, span),
      allowances: document.allowances,
      sourceText: source.text,
    }).filter((finding) => options.isAllowed?.(finding, source) !== true);
    return {
      id: source.id,
      format: source.format,
      language: analysis.language,
      ...judge(findings, lengthOf(analysis), scoring),
      length: lengthOf(analysis),
      ...applyFilters(analysis, options.filters ?? []),
    };
  };
  return {
    rules: plan.rules,
    analyze: analyzeSource,
    judge: judgeAnalysis,
    audit: (source) => judgeAnalysis(analyzeSource(source)),
  };
}

/** Code units of the blocks: white space between them is nobody's. */
function lengthOf({ document }: Analysis): number {
  return document.blocks.reduce((sum, { start, end }) => sum + end - start, 0);
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
