import { WORD, type Words } from '../model/analysis.ts';
import { CHARACTER, characterTable } from './characters.ts';

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/**
 * Splits a text into words with offsets, folded hashes and flags, in one pass.
 *
 * A word is a run of letters, marks and digits; apostrophes belong to it between letters, hyphens part words. Han, kana,
 * Thai, Lao, Khmer and Burmese characters are words of their own, so that phrases of such languages match character by
 * character. Zero-width and private-use characters neither end a word nor count in its hash.
 */
export function splitWords(text: string): Words {
  return new WordReader(text).read();
}

/** The hash that `splitWords` gives a word (FNV-1a, 32 bits, over the folded form); for words that are known beforehand. */
export function hashWord(word: string): number {
  const { classes, folded, classify } = characterTable();
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    const kind = classes[unit] || classify(unit);
    if (kind !== CHARACTER.invisible) hash = Math.imul(hash ^ (folded[unit] as number), FNV_PRIME);
  }
  return hash;
}

/** Lower case, narrow, straight apostrophes, without invisible characters: what a word's hash is made of. */
export function foldWord(word: string): string {
  const { classes, folded, classify } = characterTable();
  let at = 0;
  while (at < word.length && isFolded(word.charCodeAt(at))) at += 1;
  if (at === word.length) return word;
  let out = word.slice(0, at);
  for (; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    const kind = classes[unit] || classify(unit);
    if (kind !== CHARACTER.invisible) out += String.fromCharCode(folded[unit] as number);
  }
  return out;

  function isFolded(unit: number): boolean {
    return classes[unit] === CHARACTER.letter && folded[unit] === unit;
  }
}

/** A class because its columns grow while it reads. */
class WordReader {
  private readonly text: string;
  private readonly classes: Uint8Array;
  private readonly folded: Uint16Array;
  private readonly classify: (unit: number) => number;
  private count = 0;
  private capacity: number;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private hashes: Int32Array;
  private flags: Uint8Array;

  constructor(text: string) {
    const table = characterTable();
    this.text = text;
    this.classes = table.classes;
    this.folded = table.folded;
    this.classify = table.classify;
    this.capacity = 64 + (text.length >> 2);
    this.starts = new Uint32Array(this.capacity);
    this.ends = new Uint32Array(this.capacity);
    this.hashes = new Int32Array(this.capacity);
    this.flags = new Uint8Array(this.capacity);
  }

  read(): Words {
    const { text, classes } = this;
    let gap = 0;
    let at = 0;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      const kind = classes[unit] || this.classify(unit);
      if (
        kind === CHARACTER.letter ||
        kind === CHARACTER.digit ||
        (kind === CHARACTER.surrogate && isAstralLetter(text, at))
      ) {
        at = this.readWord(at, gap);
        gap = 0;
      } else if (kind === CHARACTER.ideograph) {
        at = this.readIdeograph(at, gap);
        gap = 0;
      } else {
        gap |= gapFlags(unit, kind);
        at += 1;
      }
    }
    return this.finish();
  }

  /** Returns the offset behind the word. The first loop is all that most words need. */
  private readWord(start: number, gap: number): number {
    const { text, classes, folded } = this;
    const { length } = text;
    const first = text.charCodeAt(start);
    let flags = gap;
    let hash = FNV_OFFSET;
    let capitals = 0;
    let at = start;
    for (; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      if (classes[unit] !== CHARACTER.letter) break;
      const lower = folded[unit] as number;
      if (lower !== unit) capitals += 1;
      hash = Math.imul(hash ^ lower, FNV_PRIME);
    }
    if (capitals > 0) {
      if (folded[first] !== first) flags |= WORD.capital;
      if (capitals > 1 && capitals === at - start) flags |= WORD.upper;
    }
    this.add(start, at, hash, flags);
    return at < length && classes[text.charCodeAt(at)] !== CHARACTER.separator ? this.readRest(at) : at;
  }

  /** Goes on with the last word where something other than a known letter or a separator follows. */
  private readRest(from: number): number {
    const { text, folded } = this;
    const last = this.count - 1;
    let hash = this.hashes[last] as number;
    let digits = false;
    let at = from;
    for (; at < text.length; at += 1) {
      const kind = this.kindAt(at);
      if (kind === CHARACTER.invisible) continue;
      if (kind === CHARACTER.digit) digits = true;
      else if (kind === CHARACTER.surrogate && isAstralLetter(text, at)) {
        this.kindAt(at + 1);
        hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
        at += 1;
      } else if (kind !== CHARACTER.letter && (kind !== CHARACTER.joiner || this.kindAt(at + 1) !== CHARACTER.letter))
        break;
      hash = Math.imul(hash ^ (folded[text.charCodeAt(at)] as number), FNV_PRIME);
      this.ends[last] = at + 1;
    }
    this.hashes[last] = hash;
    this.flags[last] = this.restFlags(last, digits);
    return at;
  }

  private restFlags(index: number, digits: boolean): number {
    const start = this.starts[index] as number;
    const word = this.text.slice(start, this.ends[index]);
    const capital = this.folded[word.charCodeAt(0)] !== word.charCodeAt(0) ? WORD.capital : 0;
    const upper =
      capital && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() ? WORD.upper : 0;
    return ((this.flags[index] as number) & ~WORD.upper) | capital | upper | (digits ? WORD.digit : 0);
  }

  private readIdeograph(at: number, gap: number): number {
    const lower = this.folded[this.text.charCodeAt(at)] as number;
    this.add(at, at + 1, Math.imul(FNV_OFFSET ^ lower, FNV_PRIME), gap | WORD.ideograph);
    return at + 1;
  }

  private kindAt(at: number): number {
    if (at >= this.text.length) return CHARACTER.separator;
    const unit = this.text.charCodeAt(at);
    return this.classes[unit] || this.classify(unit);
  }

  // oxlint-disable-next-line max-params -- the hot path: an object a word would cost a third of the speed
  private add(start: number, end: number, hash: number, flags: number): void {
    const { count } = this;
    if (count === this.capacity) this.grow();
    this.starts[count] = start;
    this.ends[count] = end;
    this.hashes[count] = hash;
    this.flags[count] = flags;
    this.count = count + 1;
  }

  private grow(): void {
    this.capacity *= 2;
    const { starts, ends, hashes, flags } = this;
    (this.starts = new Uint32Array(this.capacity)).set(starts);
    (this.ends = new Uint32Array(this.capacity)).set(ends);
    (this.hashes = new Int32Array(this.capacity)).set(hashes);
    (this.flags = new Uint8Array(this.capacity)).set(flags);
  }

  private finish(): Words {
    const { count } = this;
    return {
      count,
      starts: this.starts.subarray(0, count),
      ends: this.ends.subarray(0, count),
      hashes: this.hashes.subarray(0, count),
      flags: this.flags.subarray(0, count),
    };
  }
}

const ASTRAL_LETTER = /\p{L}/u;

function isAstralLetter(text: string, at: number): boolean {
  const point = text.codePointAt(at);
  return point !== undefined && point > 0xffff && ASTRAL_LETTER.test(String.fromCodePoint(point));
}

const BLANKS = ' \t\u00a0';
const LINE_BREAKS = '\n\r';
const HYPHENS = '-\u2010\u2011';

/** What a character between two words says about the second of them. */
function gapFlags(unit: number, kind: number): number {
  if (unit === SPACE || kind === CHARACTER.joiner || kind === CHARACTER.invisible) return 0;
  const character = String.fromCharCode(unit);
  if (LINE_BREAKS.includes(character)) return WORD.afterLine;
  return BLANKS.includes(character) || HYPHENS.includes(character) ? 0 : WORD.afterPunctuation;
}

const SPACE = 0x20;
