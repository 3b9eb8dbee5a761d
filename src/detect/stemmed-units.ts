import { WORD, type Analysis } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';
import { stemmerOf } from '../text/stemmer-library.ts';
import { foldWord, hashWord } from '../text/words.ts';

/** A sentence or a paragraph as stems, for comparison with others of the document. */
export interface Unit extends Span {
  readonly block: number;
  readonly wordStart: number;
  readonly wordEnd: number;
  /** Hash of the stem of every word, in order. */
  readonly stems: Int32Array;
  /** Stems of the words that are not function words. */
  readonly content: ReadonlySet<number>;
}

/** Gives a word of a document the hash of its stem. */
export type StemWord = (analysis: Analysis, word: number) => number;

/** Words a memo may hold before it starts afresh: the vocabulary of a few hundred articles. */
const MEMO_LIMIT = 100_000;
const POSSESSIVE = /'s?$/;

/**
 * Stems words, remembering those seen. A memo's key is the word's hash; length and first character are checked as well, so
 * that what stands in the memo never changes an answer.
 */
export function createStemming(): StemWord {
  const memos = new Map<string, Map<number, { readonly check: number; readonly stem: number }>>();
  return ({ document, words, language }, word) => {
    const start = words.starts[word] as number;
    const end = words.ends[word] as number;
    const hash = words.hashes[word] as number;
    const check = (end - start) * 65_536 + document.text.charCodeAt(start);
    let memo = memos.get(language);
    if (memo === undefined || memo.size > MEMO_LIMIT) memos.set(language, (memo = new Map()));
    const known = memo.get(hash);
    if (known?.check === check) return known.stem;
    const folded = foldWord(document.text.slice(start, end)).replace(POSSESSIVE, '');
    const stem = hashWord(stemmerOf(language)(folded));
    memo.set(hash, { check, stem });
    return stem;
  };
}

/** Reads the words `[wordStart, wordEnd)` of a block into a unit. */
export function readUnit(
  analysis: Analysis,
  place: Pick<Unit, 'start' | 'end' | 'block' | 'wordStart' | 'wordEnd'>,
  stemWord: StemWord,
): Unit {
  const stems = new Int32Array(place.wordEnd - place.wordStart);
  const content = new Set<number>();
  for (let word = place.wordStart; word < place.wordEnd; word += 1) {
    const stem = stemWord(analysis, word);
    stems[word - place.wordStart] = stem;
    if (((analysis.words.flags[word] as number) & WORD.functional) === 0) content.add(stem);
  }
  return { ...place, stems, content };
}
