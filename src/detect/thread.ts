import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { ThreadDetect } from '../model/listed-detect.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Detector, Mechanism } from './detector.ts';
import { proseWords } from './prose.ts';
import { runningSums } from './running-sums.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';
import { isStamp, type StampShape } from './stamp.ts';

/** Posts of readers below a text, told by the lines that say who wrote each and when. Each block of the thread is a hit. */
export const thread: Mechanism<'thread'> = {
  kind: 'thread',
  compile(rules) {
    const detectors = rules.map(compileThread);
    return (analysis, earlier) => detectors.flatMap((detector) => detector(analysis, earlier));
  },
};

function compileThread(rule: RuleOf<'thread'>): Detector {
  const { verbs, fillers, nameWords, least, above } = rule.detect;
  const isForum = recogniseForum(rule.detect);
  const shape = { verbs: new Set(verbs), fillers: new Set(fillers), nameWords };
  return (analysis) => {
    if (!inDocumentScope(rule, analysis)) return [];
    const stamps = findStamps(rule, analysis, shape);
    if (stamps.length < least) return [];
    const prose = runningSums(analysis.blocks.length, (index) => proseWords(analysis, index));
    return splitThreads(stamps, rule.detect.apart).flatMap((own) => {
      if (own.length < least || isForum(analysis, own)) return [];
      const { first, end } = extendThread(analysis, own);
      const before = prose[first] as number;
      const after = (prose.at(-1) as number) - (prose[end] as number);
      if (before < above || after > before) return [];
      return analysis.document.blocks
        .slice(first, end)
        .map((block) => hitOf(rule, analysis, { block, posts: own.length }));
    });
  };
}

/** In HTML the elements of most posts tell a forum, where the posts are the page, from comments below an article. */
function recogniseForum({ forums, comments }: ThreadDetect): (analysis: Analysis, stamps: readonly Stamp[]) => boolean {
  const [forum, comment] = [new Set(forums), new Set(comments)];
  return ({ document }, stamps) => {
    const ofForum = stamps.filter(({ index }) => {
      const names = document.blocks[index]?.element?.names ?? [];
      return names.some((name) => forum.has(name)) && !names.some((name) => comment.has(name));
    });
    return 2 * ofForum.length > stamps.length;
  };
}

/** A block that is a stamp, or is a post with its stamp in its last lines. */
interface Stamp {
  readonly index: number;
  readonly isPost: boolean;
}

function findStamps(rule: RuleOf<'thread'>, analysis: Analysis, shape: StampShape): Stamp[] {
  const { document } = analysis;
  const stamps: Stamp[] = [];
  document.blocks.forEach((block, index) => {
    if (!hasDigits(analysis, index) || !inBlockScope(rule, analysis, block)) return;
    const text = textOf(analysis, block);
    if (isStamp(text, shape)) stamps.push({ index, isPost: false });
    else if (lastLines(text).some((line) => isStamp(line, shape))) stamps.push({ index, isPost: true });
  });
  return stamps;
}

const LONGEST_STAMP_WORDS = 24;

/** Spares most blocks the closer look: a digit among the last words. */
function hasDigits({ words, blocks }: Analysis, index: number): boolean {
  const { wordStart, wordEnd } = blocks[index] as BlockFeatures;
  for (let word = Math.max(wordStart, wordEnd - LONGEST_STAMP_WORDS); word < wordEnd; word += 1)
    if (((words.flags[word] as number) & WORD.digit) !== 0) return true;
  return false;
}

/** The last two lines of several: below the stamp a line may offer an answer. */
function lastLines(text: string): string[] {
  const second = text.lastIndexOf('\n');
  if (second < 0) return [];
  const first = text.lastIndexOf('\n', second - 1);
  return [text.slice(first + 1, second), text.slice(second + 1)];
}

/** Stamps with posts between them; bare stamps on neighbouring lines are a list of something else. */
function splitThreads(stamps: readonly Stamp[], apart: number): Stamp[][] {
  const threads: Stamp[][] = [];
  let last = -Infinity;
  for (const stamp of stamps) {
    const gap = stamp.index - last;
    if (gap <= apart && (gap > 1 || stamp.isPost)) threads.at(-1)?.push(stamp);
    else threads.push([stamp]);
    last = stamp.index;
  }
  return threads;
}

const FEWEST_POST_WORDS = 2;

interface Thread {
  readonly first: number;
  readonly end: number;
}

/**
 * A stamp stands above its post or below it: the last one shows which, by whether a post follows it, no longer than the longest of
 * the others.
 */
function extendThread(analysis: Analysis, stamps: readonly Stamp[]): Thread {
  const first = stamps[0] as Stamp;
  const last = stamps.at(-1) as Stamp;
  if (last.isPost) return { first: first.index, end: last.index + 1 };
  let longest = 0;
  for (let at = 1; at < stamps.length; at += 1)
    longest = Math.max(longest, (stamps[at] as Stamp).index - (stamps[at - 1] as Stamp).index);
  let end = last.index + 1;
  while (end - last.index < longest && proseWords(analysis, end, FEWEST_POST_WORDS) > 0) end += 1;
  return { first: end > last.index + 1 ? first.index : Math.max(0, first.index - 1), end };
}

function textOf({ document }: Analysis, { start, end }: Block): string {
  return document.text.slice(start, end);
}

function hitOf(rule: RuleOf<'thread'>, analysis: Analysis, { block, posts }: { block: Block; posts: number }): Hit {
  const values = { found: textOf(analysis, block), posts: String(posts) };
  return { rule, start: block.start, end: block.end, values };
}
