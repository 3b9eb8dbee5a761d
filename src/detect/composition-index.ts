import { endOfPhrase, mayGoOn, type WordContext, type WordRange } from './composition-match.ts';
import type { Phrase } from './composition-phrases.ts';

/** A phrase of a class; `name` and `language` are numbers. */
export interface Entry {
  readonly name: number;
  readonly language: number;
  readonly phrase: Phrase;
}

/** Entries by the hash of their first word. */
export interface Index {
  readonly byHash: ReadonlyMap<number, readonly Entry[]>;
  /** `BEGINS` by the low 16 bits of a word's hash. */
  readonly filter: Uint8Array;
  /** Marks the first two words of entries by `pairOf` their hashes. */
  readonly pairs: Uint8Array;
}

const FILTER_MASK = 0xffff;
const PAIR_MASK = 0x1ffff;

/** What entries a word begins: none, some if a certain word follows it, some whatever follows. */
const BEGINS = { none: 0, withSecond: 1, any: 2 } as const;

/**
 * Whether an entry may begin with the word at a place. Told by two looks at small tables: entries lie scattered over megabytes, and
 * to fetch them for every word would cost more than all the rest.
 */
export function mayBegin({ filter, pairs }: Index, hashes: Int32Array, at: number): boolean {
  const hash = hashes[at] as number;
  const begins = filter[hash & FILTER_MASK] as number;
  if (begins !== BEGINS.withSecond) return begins === BEGINS.any;
  return pairs[pairOf(hash, hashes[at + 1] ?? 0)] === 1;
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) & PAIR_MASK;
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
  for (const entry of index.byHash.get(context.words.hashes[range.from] as number) ?? NONE)
    if (mayGoOn(entry.phrase, context, range.from) && endOfPhrase(entry.phrase, context, range) > 0) return true;
  return false;
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
  const byHash = new Map<number, Entry[]>();
  const filter = new Uint8Array(FILTER_MASK + 1);
  const pairs = new Uint8Array(PAIR_MASK + 1);
  for (const entry of entries) {
    const { head, seconds } = entry.phrase;
    const hash = head[0]?.hash ?? 0;
    const known = filter[hash & FILTER_MASK] as number;
    filter[hash & FILTER_MASK] = Math.max(known, seconds === undefined ? BEGINS.any : BEGINS.withSecond);
    for (const second of seconds ?? []) pairs[pairOf(hash, second)] = 1;
    addTo(byHash, hash, entry);
  }
  return { byHash, filter, pairs };
}

export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
