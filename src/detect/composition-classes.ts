import { WORD } from '../model/analysis.ts';
import { endOfPhrase, foldedWord, type WordContext, type WordRange } from './composition-match.ts';
import {
  addFitting,
  addTo,
  eachEntry,
  fitsAny,
  holds,
  indexAffixes,
  indexEntries,
  mayBegin,
  type AffixIndex,
  type Entry,
  type Index,
} from './composition-index.ts';
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
  /** The entries of each class that is asked for by itself. */
  readonly byClass: ReadonlyMap<string, ClassIndex>;
}

interface ClassIndex {
  readonly id: number;
  readonly exact: Index;
  /** Entries that begin with a part of a word, of all languages. */
  readonly affixed: AffixIndex | undefined;
}

const HANGUL_TAIL = 2;
/** More matches than this in a segment are a list of words, not a sentence. */
const MOST_MATCHES = 200;

/** Classes without one of which no form can match. */
export interface Anchors {
  readonly anywhere: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
  /** Classes that `countClass` is asked for. */
  readonly alone: readonly string[];
}

/** Numbers the classes in the order of their first rows. */
export function numberClasses(rows: readonly ClassRow[]): Map<string, number> {
  return new Map([...new Set(rows.map(([, name]) => name))].map((name, index) => [name, index]));
}

/** @param names of the classes that are asked for; rows of others are left out */
export function compileClasses(
  rows: readonly ClassRow[],
  names: ReadonlyMap<string, number>,
  { alone, ...anchors }: Anchors,
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
    byClass: new Map(alone.map((name) => [name, indexClass(names.get(name), exact, affixed.flat())])),
  };
}

function indexClass(id = -1, exact: readonly Entry[], affixed: readonly Entry[]): ClassIndex {
  const isOwn = ({ name }: Entry): boolean => name === id;
  return { id, exact: indexEntries(exact.filter(isOwn)), affixed: indexAffixes(affixed.filter(isOwn)) };
}

/** Index of the first word in `[from, to)` where an anchor begins, or `to`. */
export function findAnchor(table: ClassTable, context: WordContext, { from, to }: WordRange): number {
  const { flags, hashes, ends } = context.words;
  const { anchors, openers } = table;
  let openUntil = from + OPENING_WORDS;
  for (let at = from; at < to; at += 1) {
    if (((flags[at] as number) & BEGINS) !== 0) openUntil = at + OPENING_WORDS;
    if (mayBegin(anchors, hashes, at) && holds(anchors, context, { from: at, to })) return at;
    if (at < openUntil && mayBegin(openers, hashes, at) && holds(openers, context, { from: at, to })) return at;
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

/** All classes in a range of words, by language; of languages without an anchor there only where `all` is set. */
export function matchClasses(table: ClassTable, context: WordContext, range: ClassRange): LanguageMatches[] {
  const byLanguage = new Map<number, ClassMatch[]>();
  let left = MOST_MATCHES;
  const add = (entry: Entry, at: number): void => {
    if (left === 0) return;
    const end = endOfPhrase(entry.phrase, context, { from: at, to: range.to });
    if (end === 0) return;
    left -= 1;
    addTo(byLanguage, entry.language, { name: entry.name, start: at, end, phrase: entry.phrase });
  };
  const { hashes } = context.words;
  for (let at = range.from; at < range.to; at += 1) {
    if (!mayBegin(table.all, hashes, at)) continue;
    eachEntry(table.all, { hashes, at }, (entry) => add(entry, at));
  }
  if (range.all !== true) dropUnanchored(table, byLanguage);
  addAffixed(table, { byLanguage, add, range, context });
  return [...byLanguage].map(([language, matches]) => ({
    language,
    matches: matches.sort((a, b) => a.start - b.start || b.end - a.end),
  }));
}

/** Matches of one class in a range of words; all classes are only looked for where a phrase of this one may stand. */
export function countClass(table: ClassTable, context: WordContext, { name, ...range }: NamedRange): number {
  const own = table.byClass.get(name);
  if (own === undefined || !mayStand(own, context, range)) return 0;
  let count = 0;
  for (const { matches } of matchClasses(table, context, { ...range, all: true }))
    for (const match of matches) if (match.name === own.id) count += 1;
  return count;
}

interface NamedRange extends WordRange {
  readonly name: string;
}

function mayStand({ exact, affixed }: ClassIndex, context: WordContext, { from, to }: WordRange): boolean {
  const { hashes } = context.words;
  for (let at = from; at < to; at += 1) {
    if (mayBegin(exact, hashes, at) && holds(exact, context, { from: at, to })) return true;
    if (affixed !== undefined && fitsAny(affixed, foldedWord(context, at))) return true;
  }
  return false;
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

function hasHangulAnchor(table: ClassTable, context: WordContext, range: WordRange): boolean {
  const end = context.words.ends[range.from] as number;
  const entries = table.hangul.get(context.text.slice(Math.max(0, end - HANGUL_TAIL), end));
  return entries?.some((entry) => endOfPhrase(entry.phrase, context, range) > 0) ?? false;
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}
