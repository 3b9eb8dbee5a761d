import type { Analysis, BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { ElementDetect } from '../model/listed-detect.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Detector, Mechanism } from './detector.ts';
import { proseWords } from './prose.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/**
 * Blocks of HTML inside elements whose class or id says what they are, such as a comment thread. Where most of a document's
 * running text stands in such elements they are what the page is about (a forum), and nothing is found, unless an article
 * stands above them.
 */
export const element: Mechanism<'element'> = {
  kind: 'element',
  compile(rules) {
    const detectors = rules.map(compileElement);
    return (analysis, earlier) => detectors.flatMap((detector) => detector(analysis, earlier));
  },
};

/** Words from which on a block counts as running text. */
const RUNNING_WORDS = 12;

function compileElement(rule: RuleOf<'element'>): Detector {
  const { names, share, forums = [], most = Infinity } = rule.detect;
  const wanted = new Set(names);
  const ofForums = new Set(forums);
  return (analysis) => {
    if (analysis.document.source.format !== 'html' || !inDocumentScope(rule, analysis)) return [];
    const isInside = recognise(wanted);
    const inside = analysis.document.blocks.map((block) => isInside(block) && inBlockScope(rule, analysis, block));
    if (!inside.includes(true)) return [];
    const isPage = runningShare(analysis, inside) > share;
    if (isPage && !standBelowArticle(rule.detect, analysis, { inside, isOfForum: recognise(ofForums) })) return [];
    const stretches = findStretches(analysis, inside).filter((stretch) => fits(rule.detect, analysis, stretch));
    return stretches.length > most ? [] : stretches.flat().map((block) => hitOf(rule, analysis, block));
  };
}

/** For the blocks of one document: elements share their lists of names, so each list is looked through once. */
function recognise(wanted: ReadonlySet<string>): (block: Block) => boolean {
  const known = new Map<readonly string[], boolean>();
  return ({ element: own }) => {
    if (own === undefined) return false;
    let isWanted = known.get(own.names);
    if (isWanted === undefined) known.set(own.names, (isWanted = own.names.some((name) => wanted.has(name))));
    return isWanted;
  };
}

function wordsOf({ blocks }: Analysis, { index }: Block): number {
  const { wordStart, wordEnd } = blocks[index] as BlockFeatures;
  return wordEnd - wordStart;
}

function runningShare(analysis: Analysis, inside: readonly boolean[]): number {
  let all = 0;
  let own = 0;
  for (const block of analysis.document.blocks) {
    const words = wordsOf(analysis, block);
    if (words < RUNNING_WORDS) continue;
    all += words;
    if (inside[block.index] === true) own += words;
  }
  return all === 0 ? 1 : own / all;
}

function standBelowArticle(
  { above = Infinity }: ElementDetect,
  analysis: Analysis,
  { inside, isOfForum }: { inside: readonly boolean[]; isOfForum: (block: Block) => boolean },
): boolean {
  let prose = 0;
  for (let index = inside.indexOf(true) - 1; index >= 0; index -= 1) prose += proseWords(analysis, index);
  if (prose < above) return false;
  const own = analysis.document.blocks.filter(({ index }) => inside[index]);
  return 2 * own.filter(isOfForum).length <= own.length;
}

function findStretches({ document }: Analysis, inside: readonly boolean[]): Block[][] {
  const stretches: Block[][] = [];
  for (const block of document.blocks) {
    if (inside[block.index] !== true) continue;
    const open = stretches.at(-1);
    if (open?.at(-1)?.index === block.index - 1) open.push(block);
    else stretches.push([block]);
  }
  return stretches;
}

function fits({ minWords = 0 }: ElementDetect, analysis: Analysis, stretch: readonly Block[]): boolean {
  return stretch.reduce((sum, block) => sum + wordsOf(analysis, block), 0) >= minWords;
}

function hitOf(rule: RuleOf<'element'>, { document }: Analysis, { start, end }: Block): Hit {
  return { rule, start, end, values: { found: document.text.slice(start, end) } };
}
