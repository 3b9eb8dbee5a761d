import { WORD } from '../model/analysis.ts';
import { endOfPhrase, foldedWord, type WordContext, type WordRange } from './composition-match.ts';
import { readPhrases, type Phrase } from './composition-phrases.ts';

export type { WordContext, WordRange };

/** A row of the table of word classes: language, class, phrases parted by semicolons. */
export type ClassRow = readonly [language: string, name: string, phrases: string];

/** A place where a phrase of a class stands; word indexes, half-open. */
export interface ClassMatch {
  readonly name: number;
  readonly start: number;
  readonly end: number;
  readonly phrase: Phrase;
}

/** Matches of one language within one segment, sorted by start. */
export interface LanguageMatches {
  readonly language: number;
  readonly matches: ClassMatch[];
}

interface Entry {
  readonly name: number;
  readonly language: number;
  readonly phrase: Phrase;
}

interface Index {
  readonly byHash: ReadonlyMap<number, readonly Entry[]>;
  /** Marks the low 16 bits of every hash in the map: most words are turned away here. */
  readonly filter: Uint8Array;
}

/** Word classes of all languages, looked up by the hashes that the analysis already holds. */
export interface ClassTable {
  readonly names: ReadonlyMap<string, number>;
  readonly languages: readonly string[];
  /** Ids of the classes that anchor. */
  readonly anchoring: ReadonlySet<number>;
  /** Entries without one of which no form can match: anywhere, and as the first words of a segment. */
  readonly anchors: Index;
  readonly openers: Index;
  readonly all: Index;
  /** Entries that begin with a part of a word, by language. */
  readonly affixed: readonly (AffixIndex | undefined)[];
  /** Anchors that begin with a part of a word written in Hangul, by its last syllables. */
  readonly hangul: ReadonlyMap<string, readonly Entry[]>;
}

const FILTER_SIZE = 0x10000;
const FILTER_MASK = FILTER_SIZE - 1;
const HANGUL_TAIL = 2;
/** More matches than this in a segment are a list of words, not a sentence. */
const MOST_MATCHES = 200;

/** Entries that begin with a part of a word, by the first and the last characters of that part. */
interface AffixIndex {
  readonly beginnings: ReadonlyMap<string, readonly Entry[]>;
  readonly ends: ReadonlyMap<string, readonly Entry[]>;
}

/** Parts shorter than this are tried on every word. */
const AFFIX_KEY = 2;

/** Classes without one of which no form can match. */
export interface Anchors {
  readonly anywhere: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
}

/** Numbers the classes in the order of their first rows. */
export function numberClasses(rows: readonly ClassRow[]): Map<string, number> {
  return new Map([...new Set(rows.map(([, name]) => name))].map((name, index) => [name, index]));
}

/** @param names of the classes that are asked for; rows of others are left out */
export function compileClasses(
  rows: readonly ClassRow[],
  names: ReadonlyMap<string, number>,
  anchors: Anchors,
): ClassTable {
  const languages = [...new Set(rows.map(([language]) => language))];
  const exact: Entry[] = [];
  const affixed = languages.map((): Entry[] => []);
  const hangul = new Map<string, Entry[]>();
  for (const [language, className, phrases] of rows) {
    const name = names.get(className);
    if (name === undefined) continue;
    const at = languages.indexOf(language);
    for (const phrase of readPhrases(phrases, language)) {
      const entry = { name, language: at, phrase };
      const affix = phrase.head[0]?.affix;
      if (affix === undefined) exact.push(entry);
      else {
        affixed[at]?.push(entry);
        if (anchors.anywhere.has(className) && affix.atEnd && isHangul(affix.text.charCodeAt(affix.text.length - 1)))
          addTo(hangul, affix.text.slice(-HANGUL_TAIL), entry);
      }
    }
  }
  const pick = (chosen: ReadonlySet<string>): Index => {
    const ids = new Set([...chosen].map((name) => names.get(name)));
    return indexEntries(exact.filter(({ name }) => ids.has(name)));
  };
  return {
    names,
    languages,
    anchoring: new Set([...anchors.anywhere, ...anchors.first].map((name) => names.get(name) ?? -1)),
    anchors: pick(anchors.anywhere),
    openers: pick(anchors.first),
    all: indexEntries(exact),
    affixed: affixed.map(indexAffixes),
    hangul,
  };
}

/** Index of the first word in `[from, to)` where an anchor begins, or `to`. */
export function findAnchor(table: ClassTable, context: WordContext, { from, to }: WordRange): number {
  const { flags, hashes, ends } = context.words;
  const { anchors, openers } = table;
  let openUntil = from + OPENING_WORDS;
  for (let at = from; at < to; at += 1) {
    const hash = hashes[at] as number;
    if (((flags[at] as number) & BEGINS) !== 0) openUntil = at + OPENING_WORDS;
    if (anchors.filter[hash & FILTER_MASK] === 1 && holds(anchors, context, { from: at, to })) return at;
    if (at < openUntil && openers.filter[hash & FILTER_MASK] === 1 && holds(openers, context, { from: at, to }))
      return at;
    if (
      isHangul(context.text.charCodeAt((ends[at] as number) - 1)) &&
      hasHangulAnchor(table, context, { from: at, to })
    )
      return at;
  }
  return to;
}

/** A segment's opening words: the first and one that may stand before it. */
const OPENING_WORDS = 2;
const BEGINS = WORD.sentenceStart | WORD.afterLine;

function holds(index: Index, context: WordContext, range: WordRange): boolean {
  for (const entry of index.byHash.get(context.words.hashes[range.from] as number) ?? [])
    if (endOfPhrase(entry.phrase, context, range) > 0) return true;
  return false;
}

/** All classes in a range of words, by language; of languages without an anchor there only where `all` is set. */
export function matchClasses(table: ClassTable, context: WordContext, range: ClassRange): LanguageMatches[] {
  const byLanguage = new Map<number, ClassMatch[]>();
  let left = MOST_MATCHES;
  const add = (entry: Entry, at: number): void => {
    const end = left > 0 ? endOfPhrase(entry.phrase, context, { from: at, to: range.to }) : 0;
    if (end === 0) return;
    left -= 1;
    addTo(byLanguage, entry.language, { name: entry.name, start: at, end, phrase: entry.phrase });
  };
  const { filter, byHash } = table.all;
  for (let at = range.from; at < range.to; at += 1) {
    const hash = context.words.hashes[at] as number;
    if (filter[hash & FILTER_MASK] === 1) for (const entry of byHash.get(hash) ?? []) add(entry, at);
  }
  if (range.all !== true) dropUnanchored(table, byLanguage);
  addAffixed(table, { byLanguage, add, range, context });
  return [...byLanguage].map(([language, matches]) => ({
    language,
    matches: matches.sort((a, b) => a.start - b.start || b.end - a.end),
  }));
}

/** A language of whose classes only a common word stands here is not spoken here. */
function dropUnanchored(table: ClassTable, byLanguage: Map<number, ClassMatch[]>): void {
  for (const [language, matches] of byLanguage) {
    if (table.languages[language] !== 'ko' && !matches.some(({ name }) => table.anchoring.has(name)))
      byLanguage.delete(language);
  }
}

export interface ClassRange extends WordRange {
  readonly all?: boolean;
}

interface Affixed {
  readonly byLanguage: ReadonlyMap<number, unknown>;
  readonly add: (entry: Entry, at: number) => void;
  readonly range: WordRange;
  readonly context: WordContext;
}

/** Parts of words are looked for only in languages that the segment already speaks, and Korean where Hangul stands. */
function addAffixed(table: ClassTable, { byLanguage, add, range, context }: Affixed): void {
  const spoken = [...byLanguage.keys()].flatMap((language) => table.affixed[language] ?? []);
  const korean = table.affixed[table.languages.indexOf('ko')];
  for (let at = range.from; at < range.to; at += 1) {
    const start = context.words.starts[at] as number;
    if (spoken.length > 0 || isHangul(context.text.charCodeAt(start))) {
      const word = foldedWord(context, at);
      for (const index of spoken) addFitting(index, word, (entry) => add(entry, at));
      if (korean !== undefined && !spoken.includes(korean)) addFitting(korean, word, (entry) => add(entry, at));
    }
  }
}

function addFitting({ beginnings, ends }: AffixIndex, word: string, add: (entry: Entry) => void): void {
  for (const entry of beginnings.get(word.slice(0, AFFIX_KEY)) ?? []) add(entry);
  for (const entry of ends.get(word.slice(-AFFIX_KEY)) ?? []) add(entry);
  for (const entry of beginnings.get('') ?? []) add(entry);
}

function hasHangulAnchor(table: ClassTable, context: WordContext, range: WordRange): boolean {
  const end = context.words.ends[range.from] as number;
  const entries = table.hangul.get(context.text.slice(Math.max(0, end - HANGUL_TAIL), end));
  return entries?.some((entry) => endOfPhrase(entry.phrase, context, range) > 0) ?? false;
}

function indexAffixes(entries: readonly Entry[]): AffixIndex | undefined {
  if (entries.length === 0) return undefined;
  const beginnings = new Map<string, Entry[]>();
  const ends = new Map<string, Entry[]>();
  for (const entry of entries) {
    const affix = entry.phrase.head[0]?.affix;
    if (affix === undefined) continue;
    if (affix.text.length < AFFIX_KEY) addTo(beginnings, '', entry);
    else if (affix.atEnd) addTo(ends, affix.text.slice(-AFFIX_KEY), entry);
    else addTo(beginnings, affix.text.slice(0, AFFIX_KEY), entry);
  }
  return { beginnings, ends };
}

function indexEntries(entries: readonly Entry[]): Index {
  const byHash = new Map<number, Entry[]>();
  const filter = new Uint8Array(FILTER_SIZE);
  for (const entry of entries) {
    const hash = entry.phrase.head[0]?.hash ?? 0;
    filter[hash & FILTER_MASK] = 1;
    addTo(byHash, hash, entry);
  }
  return { byHash, filter };
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
