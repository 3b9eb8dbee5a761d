import { readPhrase } from '../text/phrase-notation.ts';

/** A phrase of which only a part is meant; the rest is the company that gives the part away. */
export interface MarkedPhrase {
  /** Phrase notation, without the marks. */
  readonly phrase: string;
  /** Words before and behind the part that is meant. */
  readonly before: number;
  readonly behind: number;
  /** The part that is meant is marked, or the whole phrase is one wording. */
  readonly exact: boolean;
}

/**
 * Reads a phrase in which square brackets may enclose what is meant, as in `rather [then] the`.
 * @throws Error when the company on one side is not always of one length
 */
export function readMarked(marked: string): MarkedPhrase {
  const match = /^([^[\]]*)\[([^[\]]+)\]([^[\]]*)$/.exec(marked);
  if (match === null) return { phrase: marked, before: 0, behind: 0, exact: !/[(*{]/.test(marked) };
  const [, before = '', meant = '', behind = ''] = match;
  return {
    phrase: `${before}${meant}${behind}`,
    before: fixedLength(before, marked),
    behind: fixedLength(behind, marked),
    exact: true,
  };
}

function fixedLength(phrase: string, marked: string): number {
  if (phrase.trim() === '') return 0;
  const lengths = new Set(readPhrase(phrase).map((sequence) => sequence.length));
  const [length = 0] = lengths;
  if (lengths.size > 1) throw new Error(`phrase "${marked}": all wordings beside the brackets must have as many words`);
  return length;
}
