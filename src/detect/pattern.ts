import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { createLinearSearcher, createSearcher, type Searcher } from '../text/linear-regexp.ts';
import type { Mechanism } from './detector.ts';
import { insideInline, lastStartingBefore } from './reach.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/**
 * Regular expressions. An expression with literals is only run on blocks that hold one of them, so that the number of
 * rules hardly matters; those of users run in a linear-time engine.
 */
export const pattern: Mechanism<'pattern'> = {
  kind: 'pattern',
  compile(rules) {
    const compiled = rules.map((rule) => ({
      rule,
      searcher: searcherOf(rule),
      literals: rule.detect.literals?.map((literal) => literal.toLowerCase()),
      hint: hintOf(rule),
    }));
    return (analysis) => {
      const lower = analysis.document.text.toLowerCase();
      // lower-casing may change lengths ("İ"); then offsets of literals mean nothing and every block is searched
      const aligned = lower.length === analysis.document.text.length ? lower : undefined;
      return compiled.flatMap((one) => (inDocumentScope(one.rule, analysis) ? search(one, analysis, aligned) : []));
    };
  },
};

interface Compiled {
  readonly rule: RuleOf<'pattern'>;
  readonly searcher: Searcher;
  readonly literals: readonly string[] | undefined;
  readonly hint: RegExp | undefined;
}

/** Users' expressions go to the linear-time engine alone. */
function hintOf({ detect, origin }: RuleOf<'pattern'>): RegExp | undefined {
  return detect.hint === undefined || origin === 'user' ? undefined : new RegExp(detect.hint, detect.flags ?? '');
}

function searcherOf(rule: RuleOf<'pattern'>): Searcher {
  const flags = rule.detect.flags ?? '';
  return rule.origin === 'user'
    ? createLinearSearcher(rule.detect.pattern, flags)
    : createSearcher(rule.detect.pattern, flags);
}

function search(one: Compiled, analysis: Analysis, lower: string | undefined): Hit[] {
  const { blocks } = analysis.document;
  if (one.literals === undefined || lower === undefined) {
    return one.rule.detect.across
      ? searchAcross(one, analysis)
      : blocks.flatMap((block) => searchBlock(one, analysis, block));
  }
  const held = new Set<number>();
  for (const literal of one.literals) {
    for (let at = lower.indexOf(literal); at >= 0;) {
      const index = lastStartingBefore(blocks, at);
      held.add(index);
      at = lower.indexOf(literal, Math.max(at + 1, blocks[index]?.end ?? 0));
    }
  }
  if (held.size === 0) return [];
  if (one.rule.detect.across) return searchAcross(one, analysis);
  return [...held]
    .sort((a, b) => a - b)
    .flatMap((index) => (blocks[index] === undefined ? [] : searchBlock(one, analysis, blocks[index])));
}

function searchBlock({ rule, searcher, hint }: Compiled, analysis: Analysis, block: Block): Hit[] {
  if (!inBlockScope(rule, analysis, block)) return [];
  const part = analysis.document.text.slice(block.start, block.end);
  if (hint?.test(part) === false) return [];
  return searcher
    .search(part)
    .map(({ start, end }) => ({ start: block.start + start, end: block.start + end }))
    .filter((span) => !isInCode(rule, analysis, { block, span }))
    .map((span) => hitOf(rule, analysis, { block, span }));
}

function searchAcross({ rule, searcher }: Compiled, analysis: Analysis): Hit[] {
  const { text, blocks } = analysis.document;
  return searcher.search(text).flatMap((span) => {
    const block = blocks[lastStartingBefore(blocks, span.start)];
    if (block !== undefined && !inBlockScope(rule, analysis, block)) return [];
    return [{ rule, ...span, values: { found: text.slice(span.start, span.end) } }];
  });
}

/** A rule that names its containers has thought of inline code. */
function isInCode(rule: RuleOf<'pattern'>, analysis: Analysis, { block, span }: { block: Block; span: Span }): boolean {
  return rule.scope?.containers === undefined && insideInline(analysis, block, { span, kinds: ['code'] });
}

function hitOf(rule: RuleOf<'pattern'>, { document }: Analysis, { block, span }: { block: Block; span: Span }): Hit {
  const { start, end } = rule.detect.reach === 'block' ? block : span;
  return { rule, start, end, values: { found: document.text.slice(span.start, span.end) } };
}
