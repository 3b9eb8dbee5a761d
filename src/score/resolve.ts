import type { Finding, Hit, Related } from '../model/finding.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { fillMessage } from './fill-message.ts';

/** What resolving needs to know of the document. */
export interface ResolveContext {
  toSource(span: Span): Span;
  /** Rule ids (or `*`) switched off for spans of the document's text. */
  readonly allowances: readonly (Span & { readonly ruleId: string })[];
  /** Source text, only asked whether an offset would cut a surrogate pair. */
  readonly sourceText: string;
}

/**
 * Hits → findings: messages filled in, offsets translated to the source, overlaps settled. Within a family the graver hit
 * wins, then the surer (in steps), then the longer; the loser is dropped. Evidence is not a finding.
 */
export function resolve(hits: readonly Hit[], context: ResolveContext): Finding[] {
  return settle(toFindings(hits, context));
}

/** The first half of `resolve`: findings that may still overlap. */
export function toFindings(hits: readonly Hit[], context: ResolveContext): Finding[] {
  const found: Finding[] = [];
  for (const hit of hits) {
    if (hit.rule.weighs === 'evidence' || hit.end <= hit.start || isAllowed(hit, context)) continue;
    const finding = toFinding(hit, context);
    if (finding.end > finding.start) found.push(finding);
  }
  return found;
}

/** The second half: settles overlaps and sorts. Of findings that are equal in all that counts the first is kept. */
export function settle(findings: readonly Finding[]): Finding[] {
  return settleOverlaps(findings).sort(byPlace);
}

function isAllowed(hit: Hit, { allowances }: ResolveContext): boolean {
  return allowances.some(
    ({ ruleId, start, end }) => (ruleId === '*' || ruleId === hit.rule.id) && hit.start < end && start < hit.end,
  );
}

type Draft = { -readonly [Key in keyof Finding]: Finding[Key] };

/** Field by field: spreads take longer than all else that is done for a finding. */
function toFinding(hit: Hit, context: ResolveContext): Finding {
  const { rule } = hit;
  const { start, end } = hit.source ?? context.toSource(hit);
  const finding: Draft = {
    ruleId: rule.id,
    family: rule.family,
    severity: hit.severity ?? rule.severity,
    confidence: roundConfidence(hit.confidence ?? rule.confidence),
    message: fillMessage(rule.message, hit.values),
    weighs: rule.weighs === 'symptom' ? 'symptom' : 'extent',
    start: isLowSurrogate(context.sourceText, start) ? start - 1 : start,
    end: isLowSurrogate(context.sourceText, end) ? end + 1 : end,
  };
  if (hit.related) finding.related = hit.related.map((place) => translate(place, context));
  if (hit.fix !== undefined) finding.fix = hit.fix;
  return finding;
}

/** Places in other documents are of their source already. */
function translate(place: Related, context: ResolveContext): Related {
  return place.id === undefined ? context.toSource(place) : place;
}

/** A span never cuts a surrogate pair. */
function isLowSurrogate(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

function roundConfidence(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 1000) / 1000;
}

function settleOverlaps(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding[]>();
  for (const finding of [...findings].sort(byPrecedence)) {
    const family = kept.get(finding.family);
    if (family === undefined) kept.set(finding.family, [finding]);
    else insertUnlessOverlapping(family, finding);
  }
  return [...kept.values()].flat();
}

const CONFIDENCE_STEPS = 5;

function byPrecedence(a: Finding, b: Finding): number {
  return (
    rank(b.severity) - rank(a.severity) ||
    Math.floor(b.confidence * CONFIDENCE_STEPS) - Math.floor(a.confidence * CONFIDENCE_STEPS) ||
    b.end - b.start - (a.end - a.start) ||
    b.confidence - a.confidence ||
    byPlace(a, b)
  );
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

export function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}

/** `sorted` holds findings without overlap, in order. */
function insertUnlessOverlapping(sorted: Finding[], finding: Finding): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Finding).start < finding.end) low = middle + 1;
    else high = middle;
  }
  const before = sorted[low - 1];
  if (before === undefined || before.end <= finding.start) sorted.splice(low, 0, finding);
}
