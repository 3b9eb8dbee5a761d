import type { Profile, Rule } from '../model/rule.ts';

/**
 * The rules as they judge a kind of document: weights of chatter that the profile names replace those of articles. An
 * article's rules are returned as they are.
 */
export function applyProfile(rules: readonly Rule[], profile: Profile): readonly Rule[] {
  if (profile === 'article') return rules;
  const made = new Map<unknown, unknown>();
  return rules.map((rule) => {
    if (rule.detect.kind !== 'composition') return rule;
    const { weights } = rule.detect;
    const own = weights.profiles?.[profile];
    if (own === undefined) return rule;
    const profiled = (made.get(weights) ?? { ...weights, form: { ...weights.form, ...own } }) as typeof weights;
    made.set(weights, profiled);
    return { ...rule, detect: { ...rule.detect, weights: profiled } };
  });
}
