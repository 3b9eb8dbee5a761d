import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { TemplateDetect } from '../model/duplicate-detect.ts';
import { findCopy } from './copied-document.ts';
import { earlierPlace, type Look } from './earlier.ts';
import { PROSE_WORDS } from './fingerprint.ts';
import { templateRules, type CandidateBlock, type Imprint } from './imprint.ts';
import { KeyMemory, type EarlierPlace } from './key-memory.ts';
import { NearDocuments } from './near-documents.ts';

/**
 * Compares documents with those before them. Holds hashes, offsets and ids, nothing of the texts: about 50 bytes a distinct
 * block and, with rules for whole documents, a kilobyte a document.
 */
export interface Comparison {
  /** Remembers a document. Call it in input order: the first document that holds something is the original. */
  add(imprint: Imprint): void;
  /**
   * What a document shares with others. `ordinal` is its number in the order of `add`; without it the document has not been
   * added yet, and only those added so far count.
   */
  compare(imprint: Imprint, ordinal?: number): Hit[];
}

export interface ComparisonOptions {
  /** Blocks remembered before the oldest are forgotten. Default: all. */
  readonly limit?: number;
}

export function createComparison(rules: readonly Rule[], { limit }: ComparisonOptions = {}): Comparison {
  const own = templateRules(rules);
  const byId = new Map(own.map((rule) => [rule.id, rule]));
  const near = own.some(({ detect }) => detect.of === 'document') ? new NearDocuments() : undefined;
  const memory = new KeyMemory(limit);
  let count = 0;
  return {
    add(imprint) {
      if (own.length === 0) return;
      const { id, words, length, keys, starts, ends, signature } = imprint;
      const added = { ordinal: count, id };
      keys.forEach((key, at) => {
        memory.add(key, added, { start: starts[at] as number, end: ends[at] as number });
      });
      if (signature) near?.add(Uint32Array.from(signature), { id, words, length });
      count += 1;
    },
    compare(imprint, ordinal = count) {
      const spoken = imprint.rules.flatMap(({ id, blocks }) => {
        const rule = byId.get(id);
        return rule === undefined ? [] : [{ rule, blocks }];
      });
      return spoken.length === 0 || count === 0 ? [] : compareWith(spoken, { imprint, ordinal, memory, near });
    },
  };
}

interface Spoken {
  readonly rule: Rule<TemplateDetect>;
  readonly blocks: readonly CandidateBlock[];
}

function compareWith(spoken: readonly Spoken[], look: Look): Hit[] {
  for (const { rule } of spoken) {
    const copy = rule.detect.of === 'document' ? findCopy(rule, look) : undefined;
    if (copy !== undefined) return [copy];
  }
  const isCopy = proseInCommon(look) > COPY_SHARE;
  return spoken.flatMap((one) => {
    if (one.rule.detect.of === 'paragraph') return findParagraphs(one, look);
    return one.rule.detect.of === 'line' && !isCopy ? findLines(one, look) : [];
  });
}

/** Two versions of one text share their lines, too; that does not make them a page frame. */
const COPY_SHARE = 0.5;

function proseInCommon(look: Look): number {
  const { keys, counts } = look.imprint;
  let all = 0;
  let common = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const words = counts[at] as number;
    if (words < PROSE_WORDS) continue;
    all += words;
    if (earlierPlace(look, at) !== undefined) common += words;
  }
  return all === 0 ? 0 : common / all;
}

function findParagraphs({ rule, blocks }: Spoken, look: Look): Hit[] {
  return blocks.flatMap((block) => {
    const place = earlierPlace(look, block.at);
    return place === undefined ? [] : [reportBlock(rule, look, { block, place })];
  });
}

/** A line of this document and where another document has it. */
interface SharedLine {
  readonly block: CandidateBlock;
  readonly place: EarlierPlace;
}

/**
 * Lines of the page frame stand outside the prose. Between two documents it takes several of them; one that many documents
 * have needs no company, and is found in the first of them, too, once that many are known.
 */
function findLines({ rule, blocks }: Spoken, look: Look): Hit[] {
  const { together = 1, documents = Infinity } = rule.detect;
  const shared = blocks.flatMap((block) => {
    const place = look.memory.get(look.imprint.keys[block.at] as number);
    return place === undefined ? [] : [{ block, place }];
  });
  const isFrequent = ({ place }: SharedLine) => place.documents >= documents;
  const known = shared.filter((line) => line.place.document < look.ordinal || isFrequent(line));
  const lines = dropPassages(known, look.imprint.counts);
  return (lines.length >= together ? lines : lines.filter(isFrequent)).map((line) => reportBlock(rule, look, line));
}

/** Neighbouring lines of so many words on average are a text that both documents quote, line by line. */
const PASSAGE_LINE_WORDS = 8;
const PASSAGE_WORDS = 40;

function dropPassages(lines: readonly SharedLine[], counts: readonly number[]): SharedLine[] {
  const runs: SharedLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.at(-1)?.block.index === line.block.index - 1) last?.push(line);
    else runs.push([line]);
  }
  return runs
    .filter((run) => {
      const words = run.reduce((sum, { block }) => sum + (counts[block.at] as number), 0);
      return words < PASSAGE_WORDS || words < PASSAGE_LINE_WORDS * run.length;
    })
    .flat();
}

function reportBlock(rule: Rule, { ordinal, imprint }: Look, { block, place }: SharedLine): Hit {
  const { at, start, end, found } = block;
  const { id, documents } = place;
  return {
    rule,
    start,
    end,
    source: { start: imprint.starts[at] as number, end: imprint.ends[at] as number },
    values: { id, documents: String(documents), found },
    ...(place.document !== ordinal && { related: [{ id, start: place.start, end: place.end }] }),
  };
}
