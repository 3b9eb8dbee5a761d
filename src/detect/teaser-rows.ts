import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Detector, Mechanism } from './detector.ts';
import { inDocumentScope } from './scope.ts';
import { isProse } from './section.ts';
import { findArticle, isBelowHeadline, isHeadline } from './teaser.ts';

/**
 * Lists below an article whose items are a headline that leads elsewhere and what it says there, in words that the article does not
 * use: an annotated list of links that belongs to it does. Each block is a hit.
 */
export const teaserRows: Mechanism<'teaser-rows'> = {
  kind: 'teaser-rows',
  compile(rules) {
    const detectors = rules.map(compileRows);
    return (analysis, earlier) => detectors.flatMap((detector) => detector(analysis, earlier));
  },
};

function compileRows(rule: RuleOf<'teaser-rows'>): Detector {
  const { least, proseWords, known } = rule.detect;
  return (analysis) => {
    if (!inDocumentScope(rule, analysis)) return [];
    const { blocks } = analysis.document;
    const isParagraph = (block: Block): boolean => isProse(analysis, block, proseWords);
    const rows = splitRows(blocks, findArticle(blocks, isParagraph) + 1).filter(
      (row) => row.filter((block) => isTeaser(blocks, block)).length >= least,
    );
    const top = rows[0]?.[0];
    if (top === undefined) return [];
    const used = new Set(tellingWords(analysis, blocks.slice(0, top.index).filter(isParagraph)));
    return rows
      .filter((row) => shareOf(tellingWords(analysis, row), used) <= known)
      .flatMap((row) => row.map((block) => hitOf(rule, analysis, block)));
  };
}

/** Stretches of such lists, with the headings between them and right above. */
function splitRows(blocks: readonly Block[], first: number): Block[][] {
  const rows: Block[][] = [];
  let row: Block[] = [];
  let headings: Block[] = [];
  const close = (): void => {
    if (row.length > 0) rows.push(row);
    row = [];
    headings = [];
  };
  for (const block of blocks.slice(first)) {
    if (block.kind === 'heading') headings.push(block);
    else if (isItem(blocks, block)) {
      row.push(...headings, block);
      headings = [];
    } else close();
  }
  close();
  return rows;
}

function isItem(blocks: readonly Block[], block: Block): boolean {
  return block.kind === 'list-item' && (isHeadline(block) || isBelowHeadline(blocks, block.index));
}

function isTeaser(blocks: readonly Block[], block: Block): boolean {
  return block.kind === 'list-item' && !isHeadline(block) && isBelowHeadline(blocks, block.index);
}

const LEAST_LETTERS = 4;

/** Hashes of the long words of blocks that are no function words. */
function tellingWords({ words, blocks }: Analysis, chosen: readonly Block[]): number[] {
  const found: number[] = [];
  for (const { index } of chosen) {
    const { wordStart, wordEnd } = blocks[index] as BlockFeatures;
    for (let word = wordStart; word < wordEnd; word += 1) {
      const isLong = (words.ends[word] as number) - (words.starts[word] as number) >= LEAST_LETTERS;
      if (isLong && ((words.flags[word] as number) & WORD.functional) === 0) found.push(words.hashes[word] as number);
    }
  }
  return found;
}

function shareOf(words: readonly number[], used: ReadonlySet<number>): number {
  return words.length === 0 ? 0 : words.filter((word) => used.has(word)).length / words.length;
}

function hitOf(rule: RuleOf<'teaser-rows'>, { document }: Analysis, { start, end }: Block): Hit {
  return { rule, start, end, values: { found: document.text.slice(start, end) } };
}
