import { WORD, type Analysis } from '../model/analysis.ts';
import { numberKeys } from '../text/key-numbers.ts';
import { stemmerOf, type Stemmer } from '../text/stemmer-library.ts';
import { foldWord, hashWord } from '../text/words.ts';
import type { Place } from './alike.ts';

/** A sentence or a paragraph as stems, for comparison with others of the document. */
export interface Unit extends Place {
  /** Number of the stem of every word, in order. */
  readonly stems: Int32Array;
  /** Different stems of the words that are not function words, in order. */
  readonly content: Int32Array;
}

/** The stems of a document as numbers from 0 on. */
export interface Stems {
  /** For each word the number of its stem. */
  readonly numbers: Int32Array;
  /** How many different stems there are. */
  readonly size: number;
}

export type StemWords = (analysis: Analysis) => Stems;

/** Words remembered of a language, a power of two: the vocabulary of a corpus of news, in 2 MB. */
const MEMO_SLOTS = 1 << 17;
/** A slot holds a word's hash, its check, the hash of its stem, and nothing. */
const SLOT = 4;
const POSSESSIVE = /'s?$/;

/**
 * Stems the words of documents, each different word once, remembering those seen: stemming costs more than all that
 * follows. A word's place in the memo is its hash; hash, length and first character are checked, so that what stands in
 * the memo never changes an answer.
 */
export function createStemming(): StemWords {
  const memos = new Map<string, Int32Array>();
  return (analysis) => {
    const { words, language } = analysis;
    let memo = memos.get(language);
    if (memo === undefined) memos.set(language, (memo = new Int32Array(MEMO_SLOTS * SLOT)));
    const stemmer = stemmerOf(language);
    const { numbers, counts } = numberKeys(words.hashes);
    const stems = new Int32Array(counts.length);
    let next = 0;
    for (let word = 0; word < words.count && next < stems.length; word += 1) {
      if (numbers[word] !== next) continue;
      stems[next] = recall(memo, analysis, { word, stemmer });
      next += 1;
    }
    const different = numberKeys(stems);
    for (let word = 0; word < words.count; word += 1) {
      numbers[word] = different.numbers[numbers[word] as number] as number;
    }
    return { numbers, size: different.counts.length };
  };
}

/** Each word has two slots to stand in; the one that came last is looked at first. */
function recall(
  memo: Int32Array,
  { document: { text }, words }: Analysis,
  { word, stemmer }: { word: number; stemmer: Stemmer },
): number {
  const start = words.starts[word] as number;
  const end = words.ends[word] as number;
  const hash = words.hashes[word] as number;
  const check = ((end - start) << 16) | text.charCodeAt(start);
  const first = (hash & (MEMO_SLOTS - 1)) * SLOT;
  const second = first ^ SLOT;
  if (memo[first] === hash && memo[first + 1] === check) return memo[first + 2] as number;
  if (memo[second] === hash && memo[second + 1] === check) return memo[second + 2] as number;
  memo.copyWithin(second, first, first + SLOT);
  memo[first] = hash;
  memo[first + 1] = check;
  memo[first + 2] = hashWord(stemmer(foldWord(text.slice(start, end)).replace(POSSESSIVE, '')));
  return memo[first + 2] as number;
}

/** Reads places of a document, none inside another, into units, given the stems of its words. */
export function readUnits({ words }: Analysis, places: readonly Place[], stems: Stems): Unit[] {
  const lastPlace = new Int32Array(stems.size).fill(-1);
  const contents = new Int32Array(words.count);
  let filled = 0;
  return places.map(({ start, end, block, wordStart, wordEnd }, place) => {
    const first = filled;
    for (let word = wordStart; word < wordEnd; word += 1) {
      const stem = stems.numbers[word] as number;
      if (((words.flags[word] as number) & WORD.functional) !== 0 || lastPlace[stem] === place) continue;
      lastPlace[stem] = place;
      contents[filled++] = stem;
    }
    return {
      start,
      end,
      block,
      wordStart,
      wordEnd,
      stems: stems.numbers.subarray(wordStart, wordEnd),
      content: contents.subarray(first, filled),
    };
  });
}
