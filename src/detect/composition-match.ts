import type { Words } from '../model/analysis.ts';
import { foldWord } from '../text/words.ts';
import type { Phrase, Piece, Slot } from './composition-phrases.ts';

export interface WordContext {
  readonly text: string;
  readonly words: Words;
}

export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Index behind the last word of the longest form of a phrase that begins at `from`, or 0. */
export function endOfPhrase(phrase: Phrase, context: WordContext, { from, to }: WordRange): number {
  if (!mayGoOn(phrase, context, from)) return 0;
  const end = endOfPieces(phrase.head, context, { from, to });
  return end === 0 || phrase.rest.length === 0 ? end : endOfRest(phrase.rest, context, { from: end, to });
}

/** Whether the word behind `from` may be the second of the phrase. */
function mayGoOn({ second }: Phrase, { words }: WordContext, from: number): boolean {
  return ((second >>> ((words.hashes[from + 1] ?? 0) & 31)) & 1) === 1;
}

/** The places reached are bits counted from the first word: phrases are short, and this is the hot path. */
function endOfRest(slots: readonly Slot[], context: WordContext, { from, to }: WordRange): number {
  let reached = 1;
  for (const slot of slots) {
    let next = 0;
    for (let bits = reached; bits !== 0; bits &= bits - 1) {
      const at = from + 31 - Math.clz32(bits & -bits);
      for (const pieces of slot) {
        const end = pieces.length === 0 ? at : endOfPieces(pieces, context, { from: at, to });
        if (end !== 0 && end - from <= LONGEST_PHRASE) next |= 1 << (end - from);
      }
    }
    if (next === 0) return 0;
    reached = next;
  }
  return from + 31 - Math.clz32(reached);
}

const LONGEST_PHRASE = 30;

function endOfPieces(pieces: readonly Piece[], context: WordContext, { from, to }: WordRange): number {
  const end = from + pieces.length;
  if (end > to) return 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.affix === undefined) {
      if (context.words.hashes[from + at] !== piece.hash) return 0;
    } else if (!fitsAffix(piece, foldedWord(context, from + at))) return 0;
  }
  return end;
}

function fitsAffix({ affix }: Piece, word: string): boolean {
  if (affix === undefined) return true;
  if (affix.text === NUMBER) return DIGITS.test(word);
  return affix.atEnd ? word.endsWith(affix.text) : word.startsWith(affix.text);
}

/** Stands for any number in a phrase, not at its beginning. */
const NUMBER = '#';
const DIGITS = /^\p{Nd}+$/u;

/** A word as phrases write it. */
export function foldedWord({ text, words }: WordContext, at: number): string {
  return foldWord(text.slice(words.starts[at], words.ends[at]));
}
