import type { RuleOf } from '../model/rule.ts';
import type { Mechanism } from './detector.ts';
import { phrase } from './phrase.ts';

/** Whole blocks that equal a listed line: phrases that must fill their block. */
export const line: Mechanism<'line'> = {
  kind: 'line',
  compile: (rules) => phrase.compile(rules.map(asPhraseRule)),
};

function asPhraseRule(rule: RuleOf<'line'>): RuleOf<'phrase'> {
  return { ...rule, detect: { kind: 'phrase', phrases: rule.detect.lines, at: 'block', reach: 'block' } };
}
