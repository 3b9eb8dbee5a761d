import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { hashWord } from '../text/words.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

type DashRule = RuleOf<'lost-dash'>;

/** A hyphen between two words that form no compound: the second begins a clause, or a quotation mark closes before it. */
export const lostDash: Mechanism<'lost-dash'> = {
  kind: 'lost-dash',
  compile(rules) {
    const compiled = rules.map((rule) => ({
      rule,
      openers: new Set(rule.detect.openers.map(hashWord)),
      firsts: new Set(rule.detect.firsts.map(hashWord)),
    }));
    return (analysis) =>
      compiled.flatMap((one) => (inDocumentScope(one.rule, analysis) ? findHyphens(one, analysis) : []));
  },
};

interface Compiled {
  readonly rule: DashRule;
  readonly openers: ReadonlySet<number>;
  readonly firsts: ReadonlySet<number>;
}

const HYPHEN = 0x2d;

function findHyphens(one: Compiled, analysis: Analysis): Hit[] {
  const { document, words } = analysis;
  return document.blocks.flatMap((block) => {
    const { wordStart, wordEnd } = analysis.blocks[block.index] as BlockFeatures;
    const hits: Hit[] = [];
    for (let word = wordStart + 1; word < wordEnd; word += 1) {
      const start = words.starts[word] as number;
      if (document.text.charCodeAt(start - 1) !== HYPHEN) continue;
      const span = spanOf(one, analysis, word);
      if (span === undefined || !inBlockScope(one.rule, analysis, block)) continue;
      const found = document.text.slice(span.start, span.end);
      const fix = `${document.text.slice(span.start, start - 1)} — ${document.text.slice(start, span.end)}`;
      hits.push({ rule: one.rule, ...span, fix, values: { found } });
    }
    return hits;
  });
}

const OPENING = /["“]/;
const CLOSING = /[”"]/;

/** From the word before the hyphen to the word behind it, when no compound can be meant. */
function spanOf(one: Compiled, { document: { text }, words }: Analysis, word: number): Span | undefined {
  const hyphen = (words.starts[word] as number) - 1;
  const before = words.ends[word - 1] as number;
  const start = words.starts[word - 1] as number;
  const end = words.ends[word] as number;
  if (/[-\p{L}\p{N}/@._]/u.test(text.charAt(start - 1)) || !/[ ,]/.test(text.charAt(end))) return undefined;
  if (hyphen === before) return isClause(one, { text, words }, word) ? { start, end } : undefined;
  if (hyphen !== before + 1 || !CLOSING.test(text.charAt(before))) return undefined;
  return OPENING.test(text.charAt(start - 1)) ? { start: start - 1, end } : undefined;
}

const LONG_NOUN = /(?:ty|ion|ions|ment|ance|ence|ness)$/;
const IN = hashWord('in');
const TO = hashWord('to');
const MANNER = /\p{Ll}{4}ly$/u;

function isClause(
  { openers, firsts }: Compiled,
  { text, words }: { text: string; words: Analysis['words'] },
  word: number,
) {
  const first = words.hashes[word - 1] as number;
  const second = words.hashes[word] as number;
  if (firsts.has(first) || ((words.flags[word] as number) & WORD.capital) !== 0) return false;
  if (openers.has(second)) return true;
  const before = text.slice(words.starts[word - 1], words.ends[word - 1]);
  if (second === IN) return LONG_NOUN.test(before);
  if (second === TO) return ((words.flags[word - 1] as number) & (WORD.capital | WORD.upper)) === WORD.capital;
  return MANNER.test(before) && /(?:s|ing)$/.test(text.slice(words.starts[word], words.ends[word]));
}
