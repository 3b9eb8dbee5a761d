import { foldWord, hashWord, splitWords } from '../text/words.ts';

/** One word of a phrase. */
export interface Piece {
  readonly hash: number;
  /** Set where only the beginning (`*` behind) or the end (`*` before) of the word counts. */
  readonly affix?: { readonly text: string; readonly atEnd: boolean };
}

/** Alternatives of one place in a phrase; each is a sequence of words, perhaps an empty one. */
export type Slot = readonly (readonly Piece[])[];

/** A phrase by its first words, of which there is at least one, and what may follow. */
export interface Phrase {
  readonly head: readonly Piece[];
  readonly rest: readonly Slot[];
  /** Hashes of the words that may stand second; none where a second word is not needed or not known. */
  readonly seconds: readonly number[] | undefined;
  /** The same in short: bit `hash & 31` is set for each; all are, where it is not known. */
  readonly second: number;
  /** The phrase as the table writes it. */
  readonly source: string;
}

/**
 * Reads phrases parted by semicolons. Alternatives in brackets, `(a|b|)` or `(a|b)?`, stay alternatives, so that a phrase of
 * five groups is one phrase and not a thousand; only what it may begin with is written out.
 */
export function readPhrases(source: string, language: string): Phrase[] {
  return source.split(';').flatMap((phrase) => {
    const text = phrase.trim();
    if (text === '') return [];
    // a Turkish capital İ does not fold to i, so that words beginning with one are read in both spellings
    const spellings = language === 'tr' ? [text, text.replace(/(^|\(|\|)i/g, '$1İ')] : [text];
    return spellings.flatMap((spelling) =>
      openings(readSlots(spelling)).map((opening) => ({ ...opening, ...describeSeconds(opening), source: text })),
    );
  });
}

type Opening = Pick<Phrase, 'head' | 'rest'>;

function openings(slots: readonly Slot[]): Opening[] {
  const [first, ...rest] = slots;
  if (first === undefined) return [];
  return first.flatMap((head) => (head.length === 0 ? openings(rest) : [{ head, rest }]));
}

const ANY_WORD = -1;

/** Most phrases are turned away by their second word, at no more than the cost of looking at a bit. */
function describeSeconds(opening: Opening): Pick<Phrase, 'seconds' | 'second'> {
  const pieces = secondPieces(opening);
  if (pieces === undefined || pieces.some(({ affix }) => affix !== undefined))
    return { seconds: undefined, second: ANY_WORD };
  const seconds = pieces.map(({ hash }) => hash);
  return { seconds, second: seconds.reduce((bits, hash) => bits | (1 << (hash & 31)), 0) };
}

/** What may stand second; nothing where a word alone is the phrase. */
function secondPieces({ head, rest }: Opening): readonly Piece[] | undefined {
  if (head.length > 1) return head.slice(1, 2);
  const pieces: Piece[] = [];
  for (const slot of rest) {
    for (const [first] of slot) if (first !== undefined) pieces.push(first);
    if (slot.every((alternative) => alternative.length > 0)) return pieces;
  }
  return undefined;
}

/** A run of plain text is a slot with one alternative, a group a slot with several. */
function readSlots(phrase: string): Slot[] {
  const slots: Slot[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain.trim() !== '') slots.push([readPieces(plain)]);
    plain = '';
  };
  for (let at = 0; at < phrase.length; at += 1) {
    const open = phrase.indexOf('(', at);
    plain += phrase.slice(at, open < 0 ? phrase.length : open);
    if (open < 0) break;
    const end = closingBracket(phrase, open);
    const optional = phrase.charAt(end + 1) === '?';
    const choices = splitChoices(phrase.slice(open + 1, end));
    if (optional) choices.push('');
    flush();
    slots.push(choices.flatMap((choice) => sequences(readSlots(choice))));
    at = optional ? end + 1 : end;
  }
  flush();
  return slots;
}

/** Groups within a group are written out. */
function sequences(slots: readonly Slot[]): (readonly Piece[])[] {
  return slots.reduce<(readonly Piece[])[]>(
    (heads, slot) => heads.flatMap((head) => slot.map((pieces) => [...head, ...pieces])),
    [[]],
  );
}

function closingBracket(phrase: string, open: number): number {
  let depth = 0;
  for (let at = open; at < phrase.length; at += 1) {
    if (phrase.charAt(at) === '(') depth += 1;
    else if (phrase.charAt(at) === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A bracket of the phrase "${phrase}" is never closed.`);
}

function splitChoices(group: string): string[] {
  if (!group.includes('(')) return group.split('|');
  const choices = [''];
  let depth = 0;
  for (const mark of group) {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    if (mark === '|' && depth === 0) choices.push('');
    else choices[choices.length - 1] += mark;
  }
  return choices;
}

/** Tokens whose words are plain, so that the tokeniser need not be asked: one word, … */
const ONE_WORD = /^[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*$/u;
/** … or a word a character. */
const IDEOGRAPHS = /^[\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff]+$/;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function readPieces(text: string): Piece[] {
  return text
    .split(' ')
    .filter((token) => token !== '')
    .flatMap((token): Piece[] => {
      if (token === '#') return [{ hash: 0, affix: { text: token, atEnd: false } }];
      if (token.startsWith('*')) return [{ hash: 0, affix: { text: foldWord(token.slice(1)), atEnd: true } }];
      if (token.endsWith('*')) return [{ hash: 0, affix: { text: foldWord(token.slice(0, -1)), atEnd: false } }];
      if (IDEOGRAPHS.test(token)) return Array.from(token, (character) => ({ hash: hashWord(character) }));
      if (ONE_WORD.test(token) && !WITHOUT_SPACES.test(token)) return [{ hash: hashWord(token) }];
      return [...splitWords(token).hashes].map((hash) => ({ hash }));
    });
}
