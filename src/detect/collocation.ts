import type { Analysis, BlockFeatures } from '../model/analysis.ts';
import type { CollocationDetect } from '../model/damage-detect.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { createPhraseIndex, type PhraseIndex } from '../text/phrase-index.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';
import { isDense } from './swap-density.ts';

type CollocationRule = RuleOf<'collocation'>;

/**
 * Fixed expressions with one word replaced by another of like meaning (`play a function in`): what synonym spinners leave
 * behind, whichever they are. All replacements of all expressions are made beforehand and looked up in one phrase index. Such a
 * wording proves little by itself: the rule's density decides whether the hits of a text are more than `info`.
 */
export const collocation: Mechanism<'collocation'> = {
  kind: 'collocation',
  compile(rules) {
    const compiled = rules.map((rule) => {
      const replacements = makeReplacements(rule.detect);
      const index = createPhraseIndex(replacements.map(({ phrase }, entry) => ({ entry, phrase })));
      return { rule, replacements, index };
    });
    return (analysis, earlier) =>
      compiled.flatMap((one) => (inDocumentScope(one.rule, analysis) ? find(one, analysis, earlier) : []));
  },
};

interface Replacement {
  readonly phrase: string;
  /** The word that belongs there; none for wordings that are right. */
  readonly expected: string | undefined;
}

interface Compiled {
  readonly rule: CollocationRule;
  readonly replacements: readonly Replacement[];
  readonly index: PhraseIndex;
}

const SLOT = /\[([^\]]+)\]/;

/** Every expression with its bracketed word replaced by each of the words that may stand for it. */
export function makeReplacements({ expressions, synonyms, allowed }: CollocationDetect): Replacement[] {
  const substitutes = new Map(synonyms.map(([word = '', ...others]) => [word, others]));
  const made = expressions.flatMap((expression) => {
    const word = SLOT.exec(expression)?.[1] ?? '';
    const others = substitutes.get(word);
    if (others === undefined) throw new Error(`expression "${expression}": no synonyms are given for "${word}"`);
    const expected = expression.replace(SLOT, word);
    return others.map((other) => ({ phrase: expression.replace(SLOT, other), expected }));
  });
  return [...made, ...allowed.map((phrase) => ({ phrase, expected: undefined }))];
}

function find({ rule, replacements, index }: Compiled, analysis: Analysis, earlier: readonly Hit[]): Hit[] {
  const hits = analysis.document.blocks.flatMap((block) => {
    const { wordStart, wordEnd } = analysis.blocks[block.index] as BlockFeatures;
    const matches = index.find(analysis.document.text, analysis.words, { from: wordStart, to: wordEnd });
    if (matches.length === 0 || !inBlockScope(rule, analysis, block)) return [];
    const right = matches.filter(({ entry }) => replacements[entry]?.expected === undefined);
    return matches
      .filter((match) => !right.some(({ from, to }) => from < match.to && match.from < to))
      .map(({ entry, from, to }) => hitOf(rule, analysis, { expected: replacements[entry]?.expected, from, to }));
  });
  const others = earlier.filter(({ rule: other }) => other.family === rule.family);
  const { leastDensity } = rule.detect;
  if (leastDensity === undefined || isDense([...hits, ...others], analysis, leastDensity)) return hits;
  return hits.map((hit) => ({ ...hit, severity: 'info' }));
}

interface Place {
  readonly expected: string | undefined;
  readonly from: number;
  readonly to: number;
}

function hitOf(rule: CollocationRule, { document, words }: Analysis, { expected = '', from, to }: Place): Hit {
  const start = words.starts[from] as number;
  const end = words.ends[to - 1] as number;
  const found = document.text.slice(start, end);
  // an expression with alternatives has no single right wording to put in
  const plain = !/[(*{]/.test(expected);
  return { rule, start, end, ...(plain && { fix: expected }), values: { found, expected } };
}
