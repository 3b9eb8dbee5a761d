import type { Analysis, BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { createPhraseIndex, type PhraseIndex } from '../text/phrase-index.ts';
import type { Detector, Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';
import { findTeasers, type IsTeaser } from './teaser.ts';

const PROSE_WORDS = 14;
/** A block as long as that is prose however it ends. */
const LONG_PROSE_WORDS = 60;
const SENTENCE_END = /[.!?…。！？]['"’”»)\]]*$/;
const LONGEST_SECTION = 60;

/** From an opening line ("Related posts") up to the next prose. Each block is a hit. */
export const section: Mechanism<'section'> = {
  kind: 'section',
  compile(rules) {
    const detectors = rules.map(compileSection);
    return (analysis, earlier) => detectors.flatMap((detector) => detector(analysis, earlier));
  },
};

function compileSection(rule: RuleOf<'section'>): Detector {
  const openers = createPhraseIndex(rule.detect.openers.map((phrase) => ({ entry: 0, phrase })));
  const closers = createPhraseIndex((rule.detect.closers ?? []).map((phrase) => ({ entry: 0, phrase })));
  return (analysis) => {
    if (!inDocumentScope(rule, analysis)) return [];
    const { blocks } = analysis.document;
    const isTeaser = findTeasers(analysis, (block) => isProse(analysis, block, rule.detect.proseWords ?? PROSE_WORDS));
    const hits: Hit[] = [];
    for (let at = 0; at < blocks.length; at += 1) {
      const opener = blocks[at] as Block;
      if (!isWholeBlock(openers, analysis, opener) || !inBlockScope(rule, analysis, opener)) continue;
      const end = sectionEnd(rule, analysis, { closers, isTeaser, first: at + 1 });
      if (end === at + 1 && rule.detect.openerAlone === false) continue;
      const opening = textOf(analysis, opener);
      for (; at < end; at += 1) hits.push(hitOf(rule, analysis, { block: blocks[at] as Block, opening }));
      at -= 1;
    }
    return hits;
  };
}

interface Ending {
  readonly closers: PhraseIndex;
  readonly isTeaser: IsTeaser;
  readonly first: number;
}

/** Index of the first block behind the section. */
function sectionEnd(rule: RuleOf<'section'>, analysis: Analysis, { closers, first, isTeaser }: Ending): number {
  const { blocks } = analysis.document;
  const { proseWords = PROSE_WORDS, most = LONGEST_SECTION, kinds } = rule.detect;
  const last = Math.min(blocks.length, first + most);
  for (let at = first; at < last; at += 1) {
    const block = blocks[at] as Block;
    if (kinds?.includes(block.kind) === false || isWholeBlock(closers, analysis, block)) return at;
    if (isProse(analysis, block, proseWords) && !isTeaser(at, first)) {
      return at - sparedBlocks(rule, at - first);
    }
  }
  return last;
}

/** Title, byline and date stand between a list and the prose that ends it; at most half of a list is spared for them. */
function sparedBlocks({ detect: { spare = 0 } }: RuleOf<'section'>, blocks: number): number {
  return Math.min(spare, Math.floor(blocks / 2));
}

/** Headlines run as long as short paragraphs, but do not end like them. */
export function isProse({ document, blocks }: Analysis, block: Block, fewest: number): boolean {
  const { wordStart, wordEnd } = blocks[block.index] as BlockFeatures;
  const count = wordEnd - wordStart;
  if (count < fewest) return false;
  return (
    count >= LONG_PROSE_WORDS || SENTENCE_END.test(document.text.slice(Math.max(block.start, block.end - 5), block.end))
  );
}

function isWholeBlock(index: PhraseIndex, analysis: Analysis, block: Block): boolean {
  const { wordStart, wordEnd } = analysis.blocks[block.index] as BlockFeatures;
  if (index.longest === 0 || wordEnd - wordStart > index.longest) return false;
  const matches = index.find(analysis.document.text, analysis.words, { from: wordStart, to: wordEnd });
  return matches.some(({ from, to, slack }) => from === wordStart && wordEnd - to <= slack);
}

function hitOf(
  rule: RuleOf<'section'>,
  analysis: Analysis,
  { block, opening }: { block: Block; opening: string },
): Hit {
  const values = { found: textOf(analysis, block), opener: opening };
  return { rule, start: block.start, end: block.end, values };
}

function textOf({ document }: Analysis, { start, end }: Block): string {
  return document.text.slice(start, end);
}
