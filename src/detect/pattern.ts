import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { createLiteralIndex, type FindLiterals, type IndexedLiteral } from '../text/literal-index.ts';
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
    const compiled = rules.map((rule) => ({ rule, searcher: searcherOf(rule), hint: hintOf(rule) }));
    const findLiterals = createLiteralIndex(rules.flatMap(literalsOf));
    return (analysis) => {
      const held = blocksWithLiterals(rules, analysis, findLiterals);
      return compiled.flatMap((one, at) =>
        inDocumentScope(one.rule, analysis) ? search(one, analysis, held?.[at]) : [],
      );
    };
  },
};

function literalsOf({ detect }: RuleOf<'pattern'>, entry: number): IndexedLiteral[] {
  return (detect.literals ?? []).map((literal) => ({ entry, literal: literal.toLowerCase() }));
}

/** For each rule with literals the blocks that hold one; undefined where that cannot be told. */
function blocksWithLiterals(
  rules: readonly RuleOf<'pattern'>[],
  { document: { text, blocks } }: Analysis,
  findLiterals: FindLiterals,
): (ReadonlySet<number> | undefined)[] | undefined {
  const lower = text.toLowerCase();
  // lower-casing may change lengths ("İ"); then offsets of literals mean nothing and every block is searched
  if (lower.length !== text.length) return undefined;
  const held = rules.map(({ detect }) => (detect.literals === undefined ? undefined : new Set<number>()));
  findLiterals(lower, (entry, at) => held[entry]?.add(lastStartingBefore(blocks, at)));
  return held;
}

interface Compiled {
  readonly rule: RuleOf<'pattern'>;
  readonly searcher: Searcher;
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

function search(one: Compiled, analysis: Analysis, held: ReadonlySet<number> | undefined): Hit[] {
  const { blocks } = analysis.document;
  if (held?.size === 0) return [];
  if (one.rule.detect.across) return searchAcross(one, analysis);
  const hits: Hit[] = [];
  const indexes = held === undefined ? blocks.keys() : [...held].sort((a, b) => a - b);
  for (const index of indexes)
    if (blocks[index] !== undefined) searchBlock(one, analysis, { block: blocks[index], hits });
  return hits;
}

function searchBlock(
  { rule, searcher, hint }: Compiled,
  analysis: Analysis,
  { block, hits }: { block: Block; hits: Hit[] },
): void {
  if (!inBlockScope(rule, analysis, block)) return;
  const part = analysis.document.text.slice(block.start, block.end);
  if (hint?.test(part) === false) return;
  for (const { start, end } of searcher.search(part)) {
    const span = { start: block.start + start, end: block.start + end };
    if (!isInCode(rule, analysis, { block, span })) hits.push(hitOf(rule, analysis, { block, span }));
  }
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
