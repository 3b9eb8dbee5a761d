import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

type BalanceRule = RuleOf<'balance'>;

/** Brackets without their partner. Enumerations (`a)`, `1)`), smileys and pairs that span paragraphs are left alone. */
export const balance: Mechanism<'balance'> = {
  kind: 'balance',
  compile(rules) {
    return (analysis) =>
      rules.flatMap((rule) =>
        inDocumentScope(rule, analysis) ? rule.detect.pairs.flatMap((pair) => findSingles(rule, analysis, pair)) : [],
      );
  },
};

function findSingles(rule: BalanceRule, analysis: Analysis, pair: string): Hit[] {
  const { text, blocks } = analysis.document;
  const [opener, closer] = [pair.charAt(0), pair.charAt(1)];
  if (!text.includes(opener) && !text.includes(closer)) return [];
  const singles: Single[] = [];
  const openBefore: Single[] = [];
  for (const block of blocks) {
    for (const single of singlesOf(text, block, { opener, closer })) {
      if (single.opens) openBefore.push(single);
      else if (openBefore.pop() !== undefined) continue;
      else if (inBlockScope(rule, analysis, block)) singles.push(single);
    }
  }
  return singles.map(({ start, end }) => ({ rule, start, end, values: { found: text.slice(start, end) } }));
}

interface Single extends Span {
  readonly opens: boolean;
}

/** Brackets of one block that have no partner in it, each with the word it hangs on. */
function singlesOf(text: string, block: Block, { opener, closer }: { opener: string; closer: string }): Single[] {
  const open: number[] = [];
  const closing: number[] = [];
  for (let at = block.start; at < block.end; at += 1) {
    const mark = text.charAt(at);
    if (mark === opener && !isSmiley(text, at)) open.push(at);
    else if (mark === closer && open.pop() === undefined && !isMarker(text, block, at)) closing.push(at);
  }
  const before = closing.map((at) => ({ start: wordStart(text, block, at), end: at + 1, opens: false }));
  const after = open.map((at) => ({ start: at, end: at + 1, opens: true }));
  return [...before, ...after];
}

const LONGEST_WORD = 40;

function wordStart(text: string, block: Block, at: number): number {
  let start = at;
  while (start > Math.max(block.start, at - LONGEST_WORD) && /[^\s(]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** `a)`, `12)`, `iv)`, a smiley, or a bracket that hangs on nothing. */
function isMarker(text: string, block: Block, at: number): boolean {
  const word = text.slice(wordStart(text, block, at), at);
  return isSmiley(text, at) || !/\p{L}{3}/u.test(word) || /[:;=][-']?$|^[ivx]{1,4}$/.test(word);
}

function isSmiley(text: string, at: number): boolean {
  return /[:;=8xX][-'’]?$/.test(text.slice(Math.max(0, at - 2), at));
}
