import type { Words } from '../model/analysis.ts';
import { functionWords } from './function-words.ts';
import { addHash, createHashFilter, mayHold, type HashFilter } from './hash-filter.ts';
import { readPhrase, type Place, type Sequence } from './phrase-notation.ts';
import { foldWord } from './words.ts';

export interface IndexedPhrase {
  /** What the phrase belongs to; handed back with each match. */
  readonly entry: number;
  /** See `readPhrase` for the notation. */
  readonly phrase: string;
}

export interface PhraseMatch {
  readonly entry: number;
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
  /** Further words that a gap at the phrase's end could take in. */
  readonly slack: number;
}

export interface WordRange {
  readonly from: number;
  readonly to: number;
}

export interface PhraseIndex {
  /** Words of the longest stretch that any phrase can match, gaps filled to the brim. */
  readonly longest: number;
  /** All matches that lie within a range of words, in order of their first indexed word. */
  find(text: string, words: Words, range: WordRange): readonly PhraseMatch[];
}

/** A sequence with the place it is looked up by: two neighbouring known words, or one. */
interface Indexed {
  readonly entry: number;
  readonly sequence: Sequence;
  /** Index of the place that is looked up. */
  readonly anchor: number;
}

/**
 * Thousands of phrases looked up at once: each word and each pair of neighbouring words of a text is one probe of a hash
 * table (knowledge: 4,700 phrases at 170 MB/s, where one regular expression a phrase makes 0.2 MB/s).
 */
export function createPhraseIndex(phrases: readonly IndexedPhrase[]): PhraseIndex {
  const pairs = new Map<number, Indexed[]>();
  const singles = new Map<number, Indexed[]>();
  let longest = 0;
  for (const { entry, phrase } of phrases) {
    for (const sequence of readPhrase(phrase)) {
      addSequence({ entry, sequence, anchor: anchorOf(sequence, phrase) }, pairs, singles);
      longest = Math.max(longest, lengthOf(sequence));
    }
  }
  const tables = { pairs: createTable(pairs), singles: createTable(singles), first: createFilter(pairs, singles) };
  return {
    longest,
    find: (text, words, { from, to }) =>
      mayMatch(tables.first, words.hashes, { from, to }) ? findMatches(tables, { text, words, from, to }) : NOTHING,
  };
}

type Look = (key: number) => readonly Indexed[] | undefined;

interface Tables {
  readonly pairs: Look;
  readonly singles: Look;
  readonly first: HashFilter;
}

const NOTHING: readonly PhraseMatch[] = [];

/** Most blocks hold no word that begins a phrase: they cost no list and no object. */
function mayMatch(first: HashFilter, hashes: Int32Array, { from, to }: WordRange): boolean {
  for (let word = from; word < to; word += 1) if (mayHold(first, hashes[word] as number)) return true;
  return false;
}

function findMatches({ pairs, singles, first }: Tables, stretch: Stretch): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  const { hashes } = stretch.words;
  for (let word = stretch.from; word < stretch.to; word += 1) {
    const hash = hashes[word] as number;
    if (!mayHold(first, hash)) continue;
    const alone = singles(hash);
    if (alone !== undefined) verify(alone, stretch, { word, matches });
    if (word + 1 >= stretch.to) continue;
    const together = pairs(pairKey(hash, hashes[word + 1] as number));
    if (together !== undefined) verify(together, stretch, { word, matches });
  }
  return matches;
}

/** Adds the candidates that fit around a word they are looked up by. */
function verify(
  candidates: readonly Indexed[],
  stretch: Stretch,
  { word, matches }: { readonly word: number; readonly matches: PhraseMatch[] },
): void {
  for (const { entry, sequence, anchor } of candidates) {
    const to = walk(sequence, stretch, { at: anchor, word, step: 1 });
    if (to === NOWHERE) continue;
    const before = walk(sequence, stretch, { at: anchor - 1, word: word - 1, step: -1 });
    if (before !== NOWHERE) matches.push({ entry, from: before + 1, to, slack: slackOf(sequence) });
  }
}

function lengthOf(sequence: Sequence): number {
  return sequence.reduce((sum, place) => sum + ('least' in place ? place.most : 1), 0);
}

function slackOf(sequence: Sequence): number {
  const last = sequence.at(-1);
  return last !== undefined && 'least' in last ? last.most - last.least : 0;
}

function pairKey(first: number, second: number): number {
  return Math.imul(first, 0x9e3779b1) ^ second;
}

/** The rarest pair of neighbouring words; without any, the rarest word. */
function anchorOf(sequence: Sequence, phrase: string): number {
  let best = -1;
  let rarest = 0;
  for (let at = 0; at < sequence.length; at += 1) {
    const rarity = rarityAt(sequence, at);
    if (rarity > rarest) {
      rarest = rarity;
      best = at;
    }
  }
  if (best >= 0) return best;
  throw new Error(`phrase "${phrase}" needs a whole word`);
}

/** A word that is a function word of no language is rare, and two words are rarer than one. 0 where no word is known. */
function rarityAt(sequence: Sequence, at: number): number {
  const place = sequence[at];
  const next = sequence[at + 1];
  if (place === undefined || !('word' in place)) return 0;
  const own = isFunctional(place.hash) ? 1 : 3;
  return next !== undefined && 'word' in next ? own + (isFunctional(next.hash) ? 2 : 4) : own;
}

function isFunctional(hash: number): boolean {
  return functionWords().maskOf(hash) !== 0;
}

function addSequence(indexed: Indexed, pairs: Map<number, Indexed[]>, singles: Map<number, Indexed[]>): void {
  const place = indexed.sequence[indexed.anchor];
  const next = indexed.sequence[indexed.anchor + 1];
  if (place === undefined || !('word' in place)) return;
  const paired = next !== undefined && 'word' in next;
  const table = paired ? pairs : singles;
  const key = paired ? pairKey(place.hash, next.hash) : place.hash;
  const list = table.get(key);
  if (list === undefined) table.set(key, [indexed]);
  else list.push(indexed);
}

/** Most words of a text begin no phrase: one look tells, before any table is asked. */
function createFilter(...tables: readonly ReadonlyMap<number, readonly Indexed[]>[]): HashFilter {
  const filter = createHashFilter();
  for (const table of tables) {
    for (const candidates of table.values()) {
      for (const { sequence, anchor } of candidates) {
        const place = sequence[anchor] as Place;
        if ('hash' in place) addHash(filter, place.hash);
      }
    }
  }
  return filter;
}

/** Open addressing: most probes miss, and a miss must cost next to nothing. */
function createTable(entries: ReadonlyMap<number, readonly Indexed[]>): Look {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, entries.size) * 4));
  const keys = new Int32Array(size);
  const values = new Int32Array(size);
  const lists = [...entries.values()];
  let number = 0;
  for (const key of entries.keys()) {
    let slot = key & (size - 1);
    while (values[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    values[slot] = ++number;
  }
  return (key) => {
    for (let slot = key & (size - 1); values[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      if (keys[slot] === key) return lists[(values[slot] as number) - 1];
    }
    return undefined;
  };
}

interface Stretch extends WordRange {
  readonly text: string;
  readonly words: Words;
}

interface Step {
  /** Index of a place of the sequence, and of the word that is to fit it. */
  readonly at: number;
  readonly word: number;
  /** 1 to the end of the sequence, -1 to its beginning. */
  readonly step: 1 | -1;
}

const NOWHERE = -2;

/** Fits places to words in one direction, gaps as short as can be; the first word behind the last place, or `NOWHERE`. */
function walk(sequence: Sequence, stretch: Stretch, { at: first, word: start, step }: Step): number {
  let word = start;
  for (let at = first; at >= 0 && at < sequence.length; at += step) {
    const expected = sequence[at] as Place;
    if ('least' in expected) return walkGap(sequence, stretch, { at, word, step });
    if (word < stretch.from || word >= stretch.to || !fits(expected, stretch, word)) return NOWHERE;
    word += step;
  }
  return word;
}

function walkGap(sequence: Sequence, stretch: Stretch, { at, word, step }: Step): number {
  const { least, most } = sequence[at] as { readonly least: number; readonly most: number };
  for (let length = least; length <= most; length += 1) {
    const next = word + step * length;
    if (next < stretch.from - 1 || next > stretch.to) return NOWHERE;
    const end = walk(sequence, stretch, { at: at + step, word: next, step });
    if (end !== NOWHERE) return end;
  }
  return NOWHERE;
}

/** Hashes are compared first; the text settles it, because different words may share a hash. */
function fits(expected: Exclude<Sequence[number], { least: number }>, { text, words }: Stretch, word: number): boolean {
  const start = words.starts[word] as number;
  const end = words.ends[word] as number;
  if ('word' in expected) {
    if (words.hashes[word] !== expected.hash) return false;
    // Most words stand in the text as they are looked for, and need no folding.
    if (end - start === expected.word.length && text.startsWith(expected.word, start)) return true;
  }
  const folded = foldWord(text.slice(start, end));
  return 'word' in expected ? folded === expected.word : folded.startsWith(expected.prefix);
}
