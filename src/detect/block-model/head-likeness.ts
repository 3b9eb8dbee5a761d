import type { Analysis, Words } from '../../model/analysis.ts';
import { splitWords } from '../../text/words.ts';

/** How much of each block the page's own head announces. */
export interface HeadLikeness {
  /** Share of the title's words that the block holds, less those it has beyond; only for blocks about as long. */
  readonly title: Float32Array;
  /** Share of the block's words that the declared article body holds. */
  readonly body: Float32Array;
  /** 1 or 0. */
  readonly hasBody: number;
}

const LONGEST_TITLE = 40;
const LONGEST_READ = 60;

export function readHeadLikeness({ document, blocks, words }: Analysis): HeadLikeness {
  const titleWords = hashesOf(document.head?.headline ?? document.head?.title ?? '');
  const bodyWords = hashesOf(document.head?.articleBody ?? '');
  const title = new Float32Array(blocks.length);
  const body = new Float32Array(blocks.length);
  blocks.forEach(({ wordStart, wordEnd }, index) => {
    const count = wordEnd - wordStart;
    if (count === 0) return;
    const last = Math.min(wordEnd, wordStart + LONGEST_READ);
    body[index] = countKnown(words, { from: wordStart, to: last }, bodyWords) / (last - wordStart);
    if (count <= LONGEST_TITLE)
      title[index] =
        countKnown(words, { from: wordStart, to: wordEnd }, titleWords) / Math.max(count, titleWords.size, 1);
  });
  return { title, body, hasBody: Math.min(1, bodyWords.size) };
}

function countKnown({ hashes }: Words, { from, to }: { from: number; to: number }, known: ReadonlySet<number>): number {
  if (known.size === 0) return 0;
  let count = 0;
  for (let word = from; word < to; word += 1) if (known.has(hashes[word] as number)) count += 1;
  return count;
}

function hashesOf(text: string): ReadonlySet<number> {
  if (text === '') return NO_WORDS;
  const { hashes, count } = splitWords(text);
  return new Set(hashes.subarray(0, count));
}

const NO_WORDS: ReadonlySet<number> = new Set();
