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
  /** Marks the low 16 bits of every hash in the map: most words are turned away here. */
  readonly filter: Uint8Array;
}

const FILTER_SIZE = 0x10000;
export const FILTER_MASK = FILTER_SIZE - 1;

/** Entries that begin with a part of a word, by the first and the last characters of that part. */
export interface AffixIndex {
  readonly beginnings: ReadonlyMap<string, readonly Entry[]>;
  readonly ends: ReadonlyMap<string, readonly Entry[]>;
  /** Parts so short that they are tried on every word. */
  readonly short: readonly Entry[];
  /** Marks `pairOf` the two characters of every key: most words are turned away here. */
  readonly filter: Uint8Array;
}

const PAIRS = 1024;

function pairOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (PAIRS - 1);
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
    if (filter[pairOf(word, 0)] === 1) for (const entry of beginnings.get(word.slice(0, AFFIX_KEY)) ?? NONE) add(entry);
    if (filter[pairOf(word, length - AFFIX_KEY)] === 1)
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
  const filter = new Uint8Array(PAIRS);
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    filter[pairOf(key, 0)] = 1;
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
  const filter = new Uint8Array(FILTER_SIZE);
  for (const entry of entries) {
    const hash = entry.phrase.head[0]?.hash ?? 0;
    filter[hash & FILTER_MASK] = 1;
    addTo(byHash, hash, entry);
  }
  return { byHash, filter };
}

export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
