import { analyze } from '../analyze/index.ts';
import { compileRules, type CompositionPlan, type CompositionRule, type Judged } from '../detect/composition-plan.ts';
import { weighCandidates } from '../detect/composition.ts';
import type { Analysis } from '../model/analysis.ts';
import type { CompositionWeighting, Rule } from '../model/rule.ts';
import { parse } from '../parse/parse.ts';
import { toSource } from '../parse/offset-map.ts';
import { placesOfLeak, type ChatterRecord } from './chatter-record.ts';
import { fitLogistic, type Observation } from './fit-logistic.ts';

/** A labelled text, read once. */
export interface ChatterDocument {
  readonly record: ChatterRecord;
  readonly analysis: Analysis;
}

export function readChatterDocument(record: ChatterRecord): ChatterDocument {
  const { id, text, format } = record;
  return { record, analysis: analyze(parse({ id, text, format })) };
}

/** How strongly weights are held to those set by hand: chosen by cross-validation among 0.5, 1, 2, 4. */
const PRECISION = 2;
/** Candidates are chosen by the weights, and the weights by the candidates, so many times. */
const ROUNDS = 4;
const DECIMALS = 100;

/**
 * Weights of the composition rules, learned from labelled texts. The candidate of a leak that convinces most must be reported, no
 * candidate of a clean text may be. The same rules and texts give the same weights: two decimals of the optimum.
 * @param byHand where the weights are drawn to; names the features and the rules that learn weights of their own
 */
export function fitChatter(
  rules: readonly Rule[],
  documents: readonly ChatterDocument[],
  byHand: CompositionWeighting,
): CompositionWeighting {
  const plan = compileRules(rules.filter(isComposition));
  let weights = byHand;
  for (let round = 0; round < ROUNDS; round += 1) {
    const judged = documents.flatMap((document) => chooseCandidates({ ...plan, weights }, document));
    weights = { ...byHand, ...fitKind('form', judged, byHand), ...fitKind('mark', judged, byHand) };
  }
  return weights;
}

/** The rules with other weights. */
export function withWeights(rules: readonly Rule[], weights: CompositionWeighting): Rule[] {
  return rules.map((rule) => (isComposition(rule) ? { ...rule, detect: { ...rule.detect, weights } } : rule));
}

export function isComposition(rule: Rule): rule is CompositionRule {
  return rule.detect.kind === 'composition';
}

interface Labelled extends Judged {
  readonly positive: boolean;
}

/** All candidates of a clean text; of a leak the best that touches it, as nobody has judged the rest. */
function chooseCandidates(plan: CompositionPlan, { record, analysis }: ChatterDocument): Labelled[] {
  const judged = weighCandidates(plan, analysis);
  if (record.label === 'clean') return judged.map((one) => ({ ...one, positive: false }));
  const places = placesOfLeak(record);
  const touching = judged.filter((one) => {
    const { start, end } = one.source ?? toSource(analysis.document, one);
    return places.some((place) => start < place.end && end > place.start);
  });
  const [best] = touching.sort((a, b) => b.confidence - a.confidence);
  return best === undefined ? [] : [{ ...best, positive: true }];
}

function fitKind(
  kind: 'form' | 'mark',
  judged: readonly Labelled[],
  byHand: CompositionWeighting,
): Partial<CompositionWeighting> {
  const means = byHand[kind];
  const observations = judged.filter(({ by }) => by === kind).map((one) => observe(one, means));
  const fitted = fitLogistic(observations, { means, precision: PRECISION });
  return {
    [kind]: Object.fromEntries(
      Object.entries(fitted).map(([name, weight]) => [name, Math.round(weight * DECIMALS) / DECIMALS + 0]),
    ),
  };
}

/** Features by the names of the weights that count for them. */
function observe({ rule, features, positive }: Labelled, means: Readonly<Record<string, number>>): Observation {
  const short = rule.id.slice(rule.id.indexOf('/') + 1);
  const named = Object.entries(features).map(([name, value]) => {
    const own = `${short}.${name}`;
    return [means[own] === undefined ? name : own, value] as const;
  });
  return { features: Object.fromEntries(named), positive };
}
