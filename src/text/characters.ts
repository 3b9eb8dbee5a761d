import { once } from './once.ts';

/** What a UTF-16 code unit is to the tokeniser. */
export const CHARACTER = {
  unknown: 0,
  /** White space, punctuation, symbols: stands between words. */
  separator: 1,
  letter: 2,
  digit: 3,
  /** A character of a script written without spaces: a word of its own. */
  ideograph: 4,
  /** Zero-width and private-use characters: part of no word, ends no word. */
  invisible: 5,
  /** Apostrophes: inside a word only between letters. */
  joiner: 6,
  surrogate: 7,
} as const;

export interface CharacterTable {
  /** `CHARACTER` of every code unit seen so far; `classify` fills in the others. */
  readonly classes: Uint8Array;
  /** The folded form: lower case, full-width forms made narrow, curly apostrophes straight. */
  readonly folded: Uint16Array;
  classify(unit: number): number;
}

const CODE_UNITS = 0x10000;
const ASCII_UNITS = 0x80;

/** Tables over all UTF-16 code units. Entries are made when first needed: most texts use a few hundred. */
export const characterTable = once((): CharacterTable => {
  const classes = new Uint8Array(CODE_UNITS);
  const folded = new Uint16Array(CODE_UNITS);
  const classify = (unit: number): number => {
    const kind = classOf(unit);
    classes[unit] = kind;
    folded[unit] = foldUnit(unit);
    return kind;
  };
  for (let unit = 0; unit < ASCII_UNITS; unit += 1) classify(unit);
  return { classes, folded, classify };
});

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uE000-\uF8FF]|\p{Variation_Selector}/u;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{N}/u;
const APOSTROPHE = 0x27;
const APOSTROPHES = new Set([APOSTROPHE, 0x2019, 0x02bc, 0xff07]);
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

function classOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return CHARACTER.surrogate;
  if (APOSTROPHES.has(unit)) return CHARACTER.joiner;
  const character = String.fromCharCode(unit);
  if (INVISIBLE.test(character)) return CHARACTER.invisible;
  if (LETTER.test(character)) return WITHOUT_SPACES.test(character) ? CHARACTER.ideograph : CHARACTER.letter;
  return DIGIT.test(character) ? CHARACTER.digit : CHARACTER.separator;
}

function foldUnit(unit: number): number {
  if (APOSTROPHES.has(unit)) return APOSTROPHE;
  const narrow = unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST ? unit - FULL_WIDTH_SHIFT : unit;
  const lower = String.fromCharCode(narrow).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : narrow;
}
