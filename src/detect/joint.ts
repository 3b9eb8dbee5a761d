import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { englishWords } from '../text/english-words.ts';
import { hashWord } from '../text/words.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

type JointRule = RuleOf<'joint'>;

/** Two sentences that ran together: in mid-sentence a capitalised function word follows a word in lower case. */
export const joint: Mechanism<'joint'> = {
  kind: 'joint',
  compile(rules) {
    const compiled = rules.map((rule) => ({
      rule,
      openers: new Set(rule.detect.openers.map(hashWord)),
      sureOpeners: new Set(rule.detect.sureOpeners.map(hashWord)),
      leaders: new Set(rule.detect.leaders.map(hashWord)),
    }));
    return (analysis) => compiled.flatMap((one) => (inDocumentScope(one.rule, analysis) ? find(one, analysis) : []));
  },
};

interface Compiled {
  readonly rule: JointRule;
  readonly openers: ReadonlySet<number>;
  readonly sureOpeners: ReadonlySet<number>;
  readonly leaders: ReadonlySet<number>;
}

const MOST_CAPITALS = 0.35;

function find(one: Compiled, analysis: Analysis): Hit[] {
  const { document, words } = analysis;
  const hits: Hit[] = [];
  for (const block of document.blocks) {
    const features = analysis.blocks[block.index] as BlockFeatures;
    const count = features.wordEnd - features.wordStart;
    if (features.capitals > count * MOST_CAPITALS || !inBlockScope(one.rule, analysis, block)) continue;
    for (let word = features.wordStart + 1; word + 1 < features.wordEnd; word += 1) {
      if (!isJoint(one, analysis, word)) continue;
      const start = words.starts[word - 1] as number;
      const end = words.ends[word] as number;
      const before = document.text.slice(start, words.ends[word - 1]);
      const after = document.text.slice(words.starts[word], end);
      hits.push({ rule: one.rule, start, end, fix: `${before}. ${after}`, values: { found: `${before} ${after}` } });
    }
  }
  return hits;
}

const APART = WORD.afterPunctuation | WORD.afterLine | WORD.sentenceStart;

function isJoint(one: Compiled, { document, words }: Analysis, word: number): boolean {
  const flags = words.flags[word] as number;
  if ((flags & WORD.capital) === 0 || (flags & (APART | WORD.digit | WORD.upper)) !== 0) return false;
  if (!isLower(words.flags[word + 1] as number) || one.leaders.has(words.hashes[word - 1] as number)) return false;
  const gap = document.text.slice(words.ends[word - 1], words.starts[word]);
  return /^[ \u00a0]{1,2}$/.test(gap) && opens(one, { document, words }, word);
}

/** After a word in lower case most words that can begin a sentence do; after a name only the surest. */
function opens(
  { openers, sureOpeners }: Compiled,
  { document, words }: Pick<Analysis, 'document' | 'words'>,
  word: number,
) {
  const hash = words.hashes[word] as number;
  const before = words.flags[word - 1] as number;
  if (!isLower(before)) return sureOpeners.has(hash) && isLower(words.flags[word + 2] ?? WORD.capital);
  if (openers.has(hash) || sureOpeners.has(hash)) return true;
  const next = words.flags[word + 1] as number;
  if ((before & WORD.functional) !== 0 || (next & WORD.functional) === 0) return false;
  return document.text.slice(words.starts[word], words.ends[word]).endsWith('ing') && englishWords().sizeOf(hash) > 0;
}

function isLower(flags: number): boolean {
  return (flags & (WORD.capital | WORD.digit | APART)) === 0;
}
