import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { CompositionPlan, Judged } from './composition-plan.ts';

/** Sentences between two findings of one leak: at most so many code units of marks and white space. */
const MOST_BETWEEN = 3;

/** One hit for each stretch of neighbouring candidates that holds one worth reporting. */
export function joinHits(
  { weights }: CompositionPlan,
  { document: { text } }: Analysis,
  judged: readonly Judged[],
): Hit[] {
  const sorted = [...judged].sort((a, b) => a.start - b.start || b.confidence - a.confidence);
  const hits: Hit[] = [];
  let group: Judged[] = [];
  const close = (): void => {
    const hit = hitOf(group, weights, text);
    if (hit !== undefined) hits.push(hit);
    group = [];
  };
  for (const one of sorted) {
    const last = group.at(-1);
    if (last !== undefined && !belongsTo(group, one, text)) close();
    group.push(one);
  }
  close();
  return hits;
}

function belongsTo(group: readonly Judged[], one: Judged, text: string): boolean {
  const end = Math.max(...group.map((other) => other.end));
  if (one.start < end) return true;
  const [first] = group;
  if (first?.by !== one.by || first.block !== one.block) return false;
  return one.start - end <= MOST_BETWEEN && text.slice(end, one.start).trim() === '';
}

const TAIL = 0.15;

/** The best candidate names the hit; weaker ones beside it lengthen it. */
function hitOf(group: readonly Judged[], weights: CompositionPlan['weights'], text: string): Hit | undefined {
  const best = group.reduce<Judged | undefined>(
    (top, one) => (top && top.confidence >= one.confidence ? top : one),
    undefined,
  );
  if (best === undefined || best.confidence < weights.least) return undefined;
  const kept = group.filter(({ confidence }) => confidence >= TAIL);
  const start = Math.min(...kept.map((one) => one.start));
  const end = Math.max(...kept.map((one) => one.end));
  const severity = best.confidence >= weights.sure || best.rule.severity === 'info' ? best.rule.severity : 'warning';
  return {
    rule: best.rule,
    start,
    end,
    confidence: best.confidence,
    severity,
    values: { found: text.slice(start, end) },
  };
}
