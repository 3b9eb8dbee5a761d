import type { Rule, Severity } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { rulePage } from '../rules/page.ts';
import { fingerprintsOf, type Fingerprint } from './fingerprint.ts';
import type { LocatedFinding, LocatedRelated, KnownFinding } from './locate.ts';
import { placeOf, uriOf } from './place.ts';
import type { Summary } from './tally.ts';
import type { DocumentOrigin, ReportWriter, WriterContext } from './writer.ts';

/** SARIF 2.1.0 (OASIS). */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS = { info: 'note', warning: 'warning', error: 'error' } as const satisfies Record<Severity, string>;
const GITHUB_SEVERITIES = { info: 'recommendation', warning: 'warning', error: 'error' } as const;

/** A SARIF log with one run, as GitHub code scanning and other viewers read it; results are streamed. */
export function createSarifWriter({ version, rules }: WriterContext): ReportWriter {
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const notifications: object[] = [];
  let separator = '\n';
  const driver = { name: 'dross', version, semanticVersion: version, rules: rules.map(descriptorOf) };
  return {
    begin: () =>
      `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},` +
      `"columnKind":"utf16CodeUnits","results":[`,
    document(report, source, origin) {
      const known = new Map(report.known?.map((entry) => [entry.finding, entry]));
      const findings = [...report.findings, ...known.keys()].sort((a, b) => a.start - b.start || a.end - b.end);
      const fingerprints = fingerprintsOf(findings, source);
      return findings
        .map((finding, at) => {
          const about = { source, origin, fingerprint: fingerprints[at], index: indexes.get(finding.ruleId) };
          const state = report.known && baselineOf(known.get(finding));
          const result = { ...resultOf(finding, about), ...state };
          const text = separator + JSON.stringify(result);
          separator = ',\n';
          return text;
        })
        .join('');
    },
    unreadable({ id, error }) {
      notifications.push({
        level: 'error',
        message: { text: error.message },
        locations: [{ physicalLocation: fileAt(id) }],
      });
      return '';
    },
    end: (summary) => `\n],"invocations":[${JSON.stringify(invocationOf(summary, notifications))}]}]}\n`,
  };
}

/** What a baseline says of a finding; a known one counts as suppressed. */
function baselineOf(entry: KnownFinding | undefined): object {
  if (entry === undefined) return { baselineState: 'new' };
  const suppression = { kind: 'external', status: 'accepted', justification: entry.reason ?? 'known by the baseline' };
  return { baselineState: 'unchanged', suppressions: [suppression] };
}

interface ResultContext {
  readonly source: Source;
  readonly origin: DocumentOrigin | undefined;
  readonly fingerprint: Fingerprint | undefined;
  readonly index: number | undefined;
}

function resultOf(finding: LocatedFinding, { source, origin, fingerprint, index }: ResultContext): object {
  const isRecord = origin?.line !== undefined;
  return {
    ruleId: finding.ruleId,
    ...(index !== undefined && { ruleIndex: index }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: locationOf(finding, source, origin),
        ...(isRecord && { logicalLocations: [{ name: source.id, fullyQualifiedName: source.id, kind: 'object' }] }),
      },
    ],
    ...(finding.related && { relatedLocations: finding.related.map(relatedOf) }),
    ...(fingerprint && {
      partialFingerprints: { 'drossSpan/v1': fingerprint.span, primaryLocationLineHash: `${fingerprint.span}:1` },
    }),
    ...(finding.fix !== undefined && !isRecord && { fixes: [fixOf(finding, source)] }),
    rank: Math.round(finding.confidence * 1000) / 10,
    properties: { family: finding.family, confidence: finding.confidence, points: finding.points },
  };
}

function fileAt(path: string): object {
  return { artifactLocation: { uri: uriOf(path) } };
}

function locationOf(finding: LocatedFinding, source: Source, origin: DocumentOrigin | undefined): object {
  const place = placeOf(finding, source.id, origin);
  const snippet = { text: finding.excerpt };
  if (place.column === undefined) return { ...fileAt(place.path), region: { startLine: place.line, snippet } };
  return { ...fileAt(place.path), region: { ...regionOf(finding), snippet } };
}

function regionOf({ line, column, endLine, endColumn }: LocatedFinding): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function relatedOf({ id, line, column }: LocatedRelated, index: number): object {
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } };
  return { id: index + 1, physicalLocation: { ...fileAt(id), ...region }, message: { text: 'the other place' } };
}

function fixOf(finding: LocatedFinding, source: Source): object {
  const replacement = { deletedRegion: regionOf(finding), insertedContent: { text: finding.fix } };
  return {
    description: { text: `write "${finding.fix}" instead` },
    artifactChanges: [{ artifactLocation: { uri: uriOf(source.id) }, replacements: [replacement] }],
  };
}

function descriptorOf(rule: Rule): object {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why.trim() },
    help: { text: rule.why.trim(), markdown: rulePage(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: [rule.family, rule.weighs],
      precision: precisionOf(rule.confidence),
      'problem.severity': GITHUB_SEVERITIES[rule.severity],
    },
  };
}

/** The words GitHub code scanning sorts by; the limits are those of its documentation's intent, not a measure. */
const PRECISIONS = [
  [0.95, 'very-high'],
  [0.85, 'high'],
  [0.6, 'medium'],
] as const;

function precisionOf(confidence: number): string {
  return PRECISIONS.find(([least]) => confidence >= least)?.[1] ?? 'low';
}

function invocationOf(summary: Summary, notifications: readonly object[]): object {
  return {
    executionSuccessful: summary.unreadable === 0,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}
