import type { Analysis } from '../model/analysis.ts';
import type { Rule } from '../model/rule.ts';
import type { TemplateDetect } from '../model/duplicate-detect.ts';
import type { Span } from '../model/span.ts';
import { toSource } from '../parse/offset-map.ts';
import { fingerprint, type BlockPrint, type Fingerprint } from './fingerprint.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/**
 * What a document leaves behind for comparison with others: plain data that can be sent and stored, without the document's
 * text but for the beginnings of lines that a finding may quote.
 */
export interface Imprint {
  readonly id: string;
  /** Code units of the source. */
  readonly length: number;
  readonly words: number;
  /** From the first block to the last; missing when there is none. */
  readonly whole?: Place;
  /** Columns, an entry a block. Offsets are of the source. */
  readonly keys: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly counts: readonly number[];
  /** The rules that speak about this document, in their order, with the blocks each would report were they known. */
  readonly rules: readonly RuleImprint[];
  /** MinHash of the word shingles; there only when whole documents are compared. */
  readonly signature?: readonly number[];
}

export interface RuleImprint {
  readonly id: string;
  readonly blocks: readonly CandidateBlock[];
}

/** A span of `Document.text` and where that stands in the source. */
export interface Place extends Span {
  readonly source: Span;
}

export interface CandidateBlock extends Span {
  /** Its place in the columns of the imprint. */
  readonly at: number;
  /** Index of the block in the document. */
  readonly index: number;
  /** Its text, white space folded; only so much as a message can show. */
  readonly found: string;
}

/** Longer than what the score room shows of a value. */
const LONGEST_FOUND = 122;
/** A line that a document itself holds more often is a label of its own, such as a column's. */
const MOST_IN_DOCUMENT = 2;

/** The rules about several documents among others. */
export function templateRules(rules: readonly Rule[]): Rule<TemplateDetect>[] {
  return rules.filter((rule): rule is Rule<TemplateDetect> => rule.detect.kind === 'template');
}

/** Makes imprints for the comparison by these rules. */
export function createImprinter(rules: readonly Rule[]): (analysis: Analysis) => Imprint {
  const own = templateRules(rules);
  const signed = own.some(({ detect }) => detect.of === 'document');
  return (analysis) => {
    const { document } = analysis;
    const print = fingerprint(analysis);
    const places = print.blocks.map((block) => toSource(document, block));
    const whole = wholeOf(analysis);
    return {
      id: document.source.id,
      length: document.source.text.length,
      words: print.words,
      ...(whole && { whole }),
      keys: print.blocks.map(({ key }) => key),
      starts: places.map(({ start }) => start),
      ends: places.map(({ end }) => end),
      counts: print.blocks.map(({ words }) => words),
      rules: own
        .filter((rule) => inDocumentScope(rule, analysis))
        .map((rule) => ({ id: rule.id, blocks: candidates(rule, analysis, print) })),
      ...(signed && { signature: Array.from(print.sign()) }),
    };
  };
}

function wholeOf({ document }: Analysis): Place | undefined {
  const [first] = document.blocks;
  if (first === undefined) return undefined;
  const span = { start: first.start, end: document.blocks.at(-1)?.end ?? first.end };
  return { ...span, source: toSource(document, span) };
}

function candidates(rule: Rule<TemplateDetect>, analysis: Analysis, { blocks }: Fingerprint): CandidateBlock[] {
  if (rule.detect.of === 'document') return [];
  const fits = rule.detect.of === 'line' ? frameTest(rule.detect, blocks) : paragraphTest(rule.detect);
  return blocks.flatMap((print, at) => {
    const block = analysis.document.blocks[print.index];
    if (block === undefined || !fits(print) || !inBlockScope(rule, analysis, block)) return [];
    const { index, start, end } = print;
    return [{ at, index, start, end, found: quote(analysis.document.text.slice(start, end)) }];
  });
}

function quote(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_FOUND);
}

function paragraphTest({ minWords }: TemplateDetect): (block: BlockPrint) => boolean {
  return ({ words }) => words >= minWords;
}

function frameTest(
  { minWords, maxWords = Infinity }: TemplateDetect,
  blocks: readonly BlockPrint[],
): (block: BlockPrint) => boolean {
  const counts = new Map<number, number>();
  for (const { key } of blocks) counts.set(key, (counts.get(key) ?? 0) + 1);
  return ({ key, words, framed }) =>
    framed && words >= minWords && words <= maxWords && (counts.get(key) ?? 0) <= MOST_IN_DOCUMENT;
}
