import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Rule, TemplateDetect } from '../model/rule.ts';
import { toSource } from '../parse/offset-map.ts';
import { findCopy } from './copied-document.ts';
import { earlierPlace, type Look } from './earlier.ts';
import { fingerprint, PROSE_WORDS, type BlockPrint } from './fingerprint.ts';
import { KeyMemory, type EarlierPlace } from './key-memory.ts';
import { NearDocuments } from './near-documents.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/**
 * Compares documents with those before them. Holds hashes, offsets and ids, nothing of the texts: about 50 bytes a distinct
 * block and, with rules for whole documents, a kilobyte a document.
 */
export interface Comparison {
  /** Remembers a document. Call it in input order: the first document that holds something is the original. */
  add(analysis: Analysis): void;
  /**
   * What a document shares with others. `ordinal` is its number in the order of `add`; without it the document has not been
   * added yet, and only those added so far count.
   */
  compare(analysis: Analysis, ordinal?: number): Hit[];
}

export interface ComparisonOptions {
  /** Blocks remembered before the oldest are forgotten. Default: all. */
  readonly limit?: number;
}

export function createComparison(rules: readonly Rule[], { limit }: ComparisonOptions = {}): Comparison {
  const own = rules.filter((rule): rule is Rule<TemplateDetect> => rule.detect.kind === 'template');
  const near = own.some(({ detect }) => detect.of === 'document') ? new NearDocuments() : undefined;
  const memory = new KeyMemory(limit);
  let count = 0;
  return {
    add(analysis) {
      if (own.length === 0) return;
      const { document } = analysis;
      const { blocks, sign, words } = fingerprint(analysis);
      const added = { ordinal: count, id: document.source.id };
      for (const block of blocks) memory.add(block.key, added, toSource(document, block));
      near?.add(sign(), { id: added.id, words, length: document.source.text.length });
      count += 1;
    },
    compare(analysis, ordinal = count) {
      const spoken = own.filter((rule) => inDocumentScope(rule, analysis));
      if (spoken.length === 0 || count === 0) return [];
      return compareWith({ rules: spoken, analysis, ordinal, memory, near, print: fingerprint(analysis) });
    },
  };
}

function compareWith(look: Look): Hit[] {
  for (const rule of look.rules) {
    const copy = rule.detect.of === 'document' ? findCopy(rule, look) : undefined;
    if (copy !== undefined) return [copy];
  }
  const isCopy = proseInCommon(look) > COPY_SHARE;
  return look.rules.flatMap((rule) => {
    if (rule.detect.of === 'paragraph') return findParagraphs(rule, look);
    return rule.detect.of === 'line' && !isCopy ? findLines(rule, look) : [];
  });
}

/** Two versions of one text share their lines, too; that does not make them a page frame. */
const COPY_SHARE = 0.5;

function proseInCommon(look: Look): number {
  let all = 0;
  let common = 0;
  for (const block of look.print.blocks) {
    if (block.words < PROSE_WORDS) continue;
    all += block.words;
    if (earlierPlace(look, block) !== undefined) common += block.words;
  }
  return all === 0 ? 0 : common / all;
}

function findParagraphs(rule: Rule<TemplateDetect>, look: Look): Hit[] {
  return inScope(rule, look).flatMap((block) => {
    const place = block.words >= rule.detect.minWords ? earlierPlace(look, block) : undefined;
    return place === undefined ? [] : [reportBlock(rule, look, { block, place })];
  });
}

/** A line of this document and where another document has it. */
interface SharedLine {
  readonly block: BlockPrint;
  readonly place: EarlierPlace;
}

/**
 * Lines of the page frame stand outside the prose. Between two documents it takes several of them; one that many documents
 * have needs no company, and is found in the first of them, too, once that many are known.
 */
function findLines(rule: Rule<TemplateDetect>, look: Look): Hit[] {
  const { together = 1, documents = Infinity } = rule.detect;
  const shared = sharedLines(rule, look);
  const isFrequent = ({ place }: SharedLine) => place.documents >= documents;
  const lines = dropPassages(shared.filter((line) => line.place.document < look.ordinal || isFrequent(line)));
  return (lines.length >= together ? lines : lines.filter(isFrequent)).map((line) => reportBlock(rule, look, line));
}

/** A line that a document itself holds more often is a label of its own, such as a column's. */
const MOST_IN_DOCUMENT = 2;

function sharedLines(rule: Rule<TemplateDetect>, look: Look): SharedLine[] {
  const { minWords, maxWords = Infinity } = rule.detect;
  const counts = new Map<number, number>();
  for (const { key } of look.print.blocks) counts.set(key, (counts.get(key) ?? 0) + 1);
  return inScope(rule, look).flatMap((block) => {
    if (!block.framed || block.words < minWords || block.words > maxWords) return [];
    if ((counts.get(block.key) ?? 0) > MOST_IN_DOCUMENT) return [];
    const place = look.memory.get(block.key);
    return place === undefined ? [] : { block, place };
  });
}

/** Neighbouring lines of so many words on average are a text that both documents quote, line by line. */
const PASSAGE_LINE_WORDS = 8;
const PASSAGE_WORDS = 40;

function dropPassages(lines: readonly SharedLine[]): SharedLine[] {
  const runs: SharedLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.at(-1)?.block.index === line.block.index - 1) last?.push(line);
    else runs.push([line]);
  }
  return runs
    .filter((run) => {
      const words = run.reduce((sum, { block }) => sum + block.words, 0);
      return words < PASSAGE_WORDS || words < PASSAGE_LINE_WORDS * run.length;
    })
    .flat();
}

function inScope(rule: Rule, { analysis, print }: Look): BlockPrint[] {
  return print.blocks.filter(({ index }) => {
    const block = analysis.document.blocks[index];
    return block !== undefined && inBlockScope(rule, analysis, block);
  });
}

function reportBlock(rule: Rule, { ordinal, analysis }: Look, { block, place }: SharedLine): Hit {
  const { start, end } = block;
  const { id, documents } = place;
  return {
    rule,
    start,
    end,
    values: { id, documents: String(documents), found: analysis.document.text.slice(start, end) },
    ...(place.document !== ordinal && { related: [{ id, start: place.start, end: place.end }] }),
  };
}
