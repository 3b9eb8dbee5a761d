import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
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
  const marks = findMarks(text, pair);
  const openBefore: number[] = [];
  let next = 0;
  return blocks.flatMap((block) => {
    while ((marks[next] ?? Infinity) < block.start) next += 1;
    const first = next;
    while ((marks[next] ?? Infinity) < block.end) next += 1;
    if (next === first) return [];
    const { open, closing } = pairUp(text, block, { marks: marks.slice(first, next), closer: pair.charAt(1) });
    const single = closing.filter(() => openBefore.pop() === undefined);
    openBefore.push(...open);
    if (single.length === 0 || !inBlockScope(rule, analysis, block)) return [];
    return single.map((at) => {
      const start = wordStart(text, block, at);
      return { rule, start, end: at + 1, values: { found: text.slice(start, at + 1) } };
    });
  });
}

function findMarks(text: string, pair: string): number[] {
  const either = new RegExp(`[\\${pair.charAt(0)}\\${pair.charAt(1)}]`, 'g');
  return Array.from(text.matchAll(either), ({ index }) => index);
}

/** Brackets of one block that have no partner in it. */
function pairUp(text: string, block: Block, { marks, closer }: { marks: readonly number[]; closer: string }) {
  const open: number[] = [];
  const closing: number[] = [];
  for (const at of marks) {
    if (text.charAt(at) !== closer) {
      if (!isSmiley(text, at)) open.push(at);
    } else if (open.pop() === undefined && !isMarker(text, block, at)) closing.push(at);
  }
  return { open, closing };
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
