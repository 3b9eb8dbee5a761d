import { WORD, type Analysis } from '../model/analysis.ts';
import { once } from '../text/once.ts';
import { stemmerOf, type Stemmer } from '../text/stemmer-library.ts';
import { foldWord, hashWord } from '../text/words.ts';
import type { Place } from './alike.ts';

/** A sentence or a paragraph as stems, for comparison with others of the document. */
export interface Unit extends Place {
  /** Hash of the stem of every word, in order. */
  readonly stems: Int32Array;
  /** Different stems of the words that are not function words, in order. */
  readonly content: readonly number[];
  /** `content` as a set; only made for units that are compared. */
  readonly contentSet: () => ReadonlySet<number>;
}

/** Gives every word of a document the hash of its stem. */
export type StemWords = (analysis: Analysis) => Int32Array;

/** Words remembered of a language, a power of two: the vocabulary of a corpus of news, in 2 MB. */
const MEMO_SLOTS = 1 << 17;
/** A slot holds a word's hash, its check, the hash of its stem, and nothing. */
const SLOT = 4;
const POSSESSIVE = /'s?$/;

/**
 * Stems words, remembering those seen: stemming costs more than all that follows. A word's place in the memo is its hash;
 * hash, length and first character are checked, so that what stands in the memo never changes an answer.
 */
export function createStemming(): StemWords {
  const memos = new Map<string, Int32Array>();
  return ({ document: { text }, words, language }) => {
    let memo = memos.get(language);
    if (memo === undefined) memos.set(language, (memo = new Int32Array(MEMO_SLOTS * SLOT)));
    const stemmer = stemmerOf(language);
    const stems = new Int32Array(words.count);
    for (let word = 0; word < words.count; word += 1) {
      const start = words.starts[word] as number;
      const end = words.ends[word] as number;
      const hash = words.hashes[word] as number;
      const check = ((end - start) << 16) | text.charCodeAt(start);
      const slot = (hash & (MEMO_SLOTS - 1)) * SLOT;
      if (memo[slot] !== hash || memo[slot + 1] !== check) {
        memo[slot] = hash;
        memo[slot + 1] = check;
        memo[slot + 2] = stemHash(text.slice(start, end), stemmer);
      }
      stems[word] = memo[slot + 2] as number;
    }
    return stems;
  };
}

function stemHash(word: string, stemmer: Stemmer): number {
  return hashWord(stemmer(foldWord(word).replace(POSSESSIVE, '')));
}

/** Reads places of a document into units, given the stems of its words. */
export function readUnits({ words }: Analysis, places: readonly Place[], stems: Int32Array): Unit[] {
  return places.map(({ start, end, block, wordStart, wordEnd }) => {
    const content: number[] = [];
    for (let word = wordStart; word < wordEnd; word += 1) {
      const stem = stems[word] as number;
      // Places are short: a search is quicker than a set.
      if (((words.flags[word] as number) & WORD.functional) === 0 && !content.includes(stem)) content.push(stem);
    }
    return {
      start,
      end,
      block,
      wordStart,
      wordEnd,
      stems: stems.subarray(wordStart, wordEnd),
      content,
      contentSet: once(() => new Set(content)),
    };
  });
}
