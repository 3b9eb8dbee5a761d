import { addHash, createHashFilter, mayHold, type HashFilter } from '../text/hash-filter.ts';
import { endOfPhrase, type WordContext, type WordRange } from './composition-match.ts';
import type { Phrase } from './composition-phrases.ts';

/** A phrase of a class; `name` and `language` are numbers. */
export interface Entry {
  readonly name: number;
  readonly language: number;
  readonly phrase: Phrase;
}

/** Entries by their first word or, where it is known, by it and the second: hundreds begin with a word like "I". */
export interface Index {
  readonly alone: ReadonlyMap<number, readonly Entry[]>;
  /** By `pairOf` the first two words. */
  readonly pairs: ReadonlyMap<number, readonly Entry[]>;
  /** First words of all entries, … */
  readonly first: HashFilter;
  /** … of those that are told by it alone, and the pairs of the others. */
  readonly firstAlone: HashFilter;
  readonly firstPairs: HashFilter;
}

const PAIR_BITS = 17;

/**
 * Whether an entry may begin with the word at a place. Told by looks at small tables: entries lie scattered over megabytes, and
 * to fetch them for every word would cost more than all the rest.
 */
export function mayBegin({ first, firstAlone, firstPairs }: Index, hashes: Int32Array, at: number): boolean {
  const hash = hashes[at] as number;
  if (!mayHold(first, hash)) return false;
  return mayHold(firstAlone, hash) || mayHold(firstPairs, pairOf(hash, hashes[at + 1] ?? 0));
}

/** Calls `visit` with each entry that begins with the words at a place. */
export function eachEntry({ alone, pairs }: Index, { hashes, at }: WordPlace, visit: (entry: Entry) => void): void {
  const hash = hashes[at] as number;
  for (const entry of alone.get(hash) ?? NONE) visit(entry);
  for (const entry of pairs.get(pairOf(hash, hashes[at + 1] ?? 0)) ?? NONE) visit(entry);
}

interface WordPlace {
  readonly hashes: Int32Array;
  readonly at: number;
}

function pairOf(first: number, second: number): number {
  return Math.imul(first, 0x9e3779b1) ^ second;
}

/** Entries that begin with a part of a word, by the first and the last characters of that part. */
export interface AffixIndex {
  readonly beginnings: ReadonlyMap<string, readonly Entry[]>;
  readonly ends: ReadonlyMap<string, readonly Entry[]>;
  /** Parts so short that they are tried on every word. */
  readonly short: readonly Entry[];
  /** Marks `keyOf` the two characters of every key: most words are turned away here. */
  readonly filter: Uint8Array;
}

const KEYS = 1024;

function keyOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (KEYS - 1);
}

/** Parts shorter than this are tried on every word. */
const AFFIX_KEY = 2;
const NONE: readonly Entry[] = [];

/** Whether a phrase of the index begins with the first word of a range. */
export function holds(index: Index, context: WordContext, range: WordRange): boolean {
  let found = false;
  eachEntry(index, { hashes: context.words.hashes, at: range.from }, ({ phrase }) => {
    found ||= endOfPhrase(phrase, context, range) > 0;
  });
  return found;
}

/** Calls `add` with each entry that a folded word may begin. */
export function addFitting({ beginnings, ends, short, filter }: AffixIndex, word: string, add: (entry: Entry) => void) {
  const { length } = word;
  if (length >= AFFIX_KEY) {
    if (filter[keyOf(word, 0)] === 1) for (const entry of beginnings.get(word.slice(0, AFFIX_KEY)) ?? NONE) add(entry);
    if (filter[keyOf(word, length - AFFIX_KEY)] === 1)
      for (const entry of ends.get(word.slice(-AFFIX_KEY)) ?? NONE) add(entry);
  }
  for (const entry of short) add(entry);
}

/** Whether `addFitting` would find any. */
export function fitsAny(index: AffixIndex, word: string): boolean {
  let fits = false;
  addFitting(index, word, () => {
    fits = true;
  });
  return fits;
}

export function indexAffixes(entries: readonly Entry[]): AffixIndex | undefined {
  if (entries.length === 0) return undefined;
  const beginnings = new Map<string, Entry[]>();
  const ends = new Map<string, Entry[]>();
  const short: Entry[] = [];
  const filter = new Uint8Array(KEYS);
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    filter[keyOf(key, 0)] = 1;
    addTo(map, key, entry);
  };
  for (const entry of entries) {
    const affix = entry.phrase.head[0]?.affix;
    if (affix === undefined) continue;
    if (affix.text.length < AFFIX_KEY) short.push(entry);
    else if (affix.atEnd) put(ends, affix.text.slice(-AFFIX_KEY), entry);
    else put(beginnings, affix.text.slice(0, AFFIX_KEY), entry);
  }
  return { beginnings, ends, short, filter };
}

export function indexEntries(entries: readonly Entry[]): Index {
  const alone = new Map<number, Entry[]>();
  const pairs = new Map<number, Entry[]>();
  const first = createHashFilter();
  const firstAlone = createHashFilter();
  const firstPairs = createHashFilter(PAIR_BITS);
  for (const entry of entries) {
    const { head, seconds } = entry.phrase;
    const hash = head[0]?.hash ?? 0;
    addHash(first, hash);
    if (seconds === undefined) {
      addHash(firstAlone, hash);
      addTo(alone, hash, entry);
    }
    for (const pair of new Set(seconds?.map((second) => pairOf(hash, second)))) {
      addHash(firstPairs, pair);
      addTo(pairs, pair, entry);
    }
  }
  return { alone, pairs, first, firstAlone, firstPairs };
}

export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
