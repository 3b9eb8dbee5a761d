import { WORD, type Sentences, type Words } from '../model/analysis.ts';
import type { Block, Document } from '../model/document.ts';
import { createEndMarks, splitSentences, type EndMarks } from '../text/sentences.ts';

/** Half-open index ranges of the words and sentences of one block. */
export interface SentenceRanges {
  readonly wordStart: number;
  readonly wordEnd: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

/** Sentences of all blocks, and which words and sentences each block holds. Marks the words that begin a sentence. */
export function findSentences(document: Document, words: Words): { sentences: Sentences; ranges: SentenceRanges[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  const firstWords: number[] = [];
  const endWords: number[] = [];
  let word = 0;
  const add = (start: number, end: number): void => {
    while (word < words.count && (words.starts[word] as number) < start) word += 1;
    const first = word;
    while (word < words.count && (words.starts[word] as number) < end) word += 1;
    starts.push(start);
    ends.push(end);
    firstWords.push(first);
    endWords.push(word);
    if (word > first) words.flags[first] = (words.flags[first] as number) | WORD.sentenceStart;
  };
  const marks = createEndMarks(document.text);
  const ranges = document.blocks.map((block) => {
    const sentenceStart = starts.length;
    splitBlock(marks, block, add);
    const wordStart = firstWords[sentenceStart] ?? word;
    return { wordStart, wordEnd: word, sentenceStart, sentenceEnd: starts.length };
  });
  const sentences = {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    wordStart: Uint32Array.from(firstWords),
    wordEnd: Uint32Array.from(endWords),
  };
  return { sentences, ranges };
}

/** Code has no sentences: its block counts as one. */
function splitBlock(marks: EndMarks, block: Block, add: (start: number, end: number) => void): void {
  if (block.kind === 'code') add(block.start, block.end);
  else splitSentences(marks, block, add);
}
