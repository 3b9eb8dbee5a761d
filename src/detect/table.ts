import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { createPhraseIndex, type PhraseIndex } from '../text/phrase-index.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';
import { findCellRuns } from './table-cells.ts';
import { findGluedRows } from './table-rows.ts';

type TableRule = RuleOf<'table'>;

/** Tables whose cells lost their places: each on a line of its own, run together in a row, or all in one line. One finding a line. */
export const table: Mechanism<'table'> = {
  kind: 'table',
  compile(rules) {
    const compiled = rules.map((rule) => ({ rule, heads: headIndex(rule), names: new Set(rule.detect.names ?? []) }));
    return (analysis) =>
      compiled.flatMap((one) => (inDocumentScope(one.rule, analysis) ? findTables(one, analysis) : []));
  },
};

interface Compiled {
  readonly rule: TableRule;
  readonly heads: PhraseIndex;
  readonly names: ReadonlySet<string>;
}

function headIndex({ detect }: TableRule): PhraseIndex {
  return createPhraseIndex((detect.heads ?? []).map((phrase, entry) => ({ entry, phrase })));
}

function findTables({ rule, heads, names }: Compiled, analysis: Analysis): Hit[] {
  if (rule.detect.defect === 'one-line') return findCollapsed(rule, analysis);
  const { blocks } = analysis.document;
  const lines = blocks.map((block) =>
    isInRun(blocks, block) && inBlockScope(rule, analysis, block) ? block : undefined,
  );
  const tables =
    rule.detect.defect === 'glued'
      ? findGluedRows(analysis, lines, names)
      : findCellRuns(analysis, lines, (block) => isHead(analysis, heads, block));
  return tables.flatMap((run) => report(rule, analysis, run));
}

/** No blank line stands on one side at least: paragraphs set apart are no rows. */
function isInRun(blocks: readonly Block[], { index, spaced }: Block): boolean {
  return !spaced || blocks[index + 1]?.spaced === false;
}

function findCollapsed(rule: TableRule, analysis: Analysis): Hit[] {
  const { text, blocks } = analysis.document;
  if (!text.includes('|')) return [];
  const found = blocks.filter((block) => isCollapsed(analysis, block) && inBlockScope(rule, analysis, block));
  return found.flatMap((block) => report(rule, analysis, [block]));
}

function report(rule: TableRule, { document }: Analysis, run: readonly Block[]): Hit[] {
  return run.map(({ start, end }, index) => ({
    rule,
    start,
    end,
    values: { found: document.text.slice(start, end), line: String(index + 1), lines: String(run.length) },
  }));
}

/** The block is one of the words that columns are headed with. */
function isHead({ blocks, words, document }: Analysis, heads: PhraseIndex, block: Block): boolean {
  const features = blocks[block.index];
  if (features === undefined) return false;
  const range = { from: features.wordStart, to: features.wordEnd };
  return heads.find(document.text, words, range).some(({ from, to }) => from === range.from && to === range.to);
}

const RULER = /\|\s*:?[-—–‒―]{2,}:?\s*\|/;
const FEWEST_BARS = 8;

/** A Markdown table with its ruler in the middle of the line. */
function isCollapsed({ document }: Analysis, { start, end }: Block): boolean {
  const line = document.text.slice(start, end);
  if (line.includes('\n') || !RULER.test(line) || !/\p{L}/u.test(line)) return false;
  return line.split('|').length > FEWEST_BARS;
}
