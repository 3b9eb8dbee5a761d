import type { Rule } from '../model/rule.ts';

/** Rules as one JSON file: a table or a set of weights that several rules use is stored once and named by its index. */
export interface RuleBundle {
  readonly shared: readonly unknown[];
  readonly rules: readonly unknown[];
}

interface Reference {
  readonly $shared: number;
}

/** A value shorter than this is stored where it stands. */
const LEAST_SHARED = 1_000;

export function packRules(rules: readonly Rule[]): RuleBundle {
  const indexes = new Map<string, number>();
  const shared: unknown[] = [];
  const share = (value: unknown): unknown => {
    const key = typeof value === 'object' ? JSON.stringify(value) : '';
    if (key.length < LEAST_SHARED) return value;
    const index = indexes.get(key) ?? shared.push(value) - 1;
    indexes.set(key, index);
    return { $shared: index } satisfies Reference;
  };
  return { rules: rules.map((rule) => ({ ...rule, detect: mapValues(rule.detect, share) })), shared };
}

export function unpackRules({ shared, rules }: RuleBundle): Rule[] {
  const resolve = (value: unknown): unknown => (isReference(value) ? shared[value.$shared] : value);
  return (rules as Rule[]).map((rule) => ({ ...rule, detect: mapValues(rule.detect, resolve) }) as Rule);
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$shared' in value;
}

function mapValues(value: object, map: (inner: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
}
