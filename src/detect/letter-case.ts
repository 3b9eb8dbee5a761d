import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { capitalWords } from '../text/capital-words.ts';
import { englishWords } from '../text/english-words.ts';
import { hashWord } from '../text/words.ts';
import type { Mechanism } from './detector.ts';
import { findLowerStarts } from './lower-starts.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

type CaseRule = RuleOf<'letter-case'>;

/**
 * Letters in the wrong case: names in lower case, known from a word list or written with a capital elsewhere in the same
 * text, and sentences that begin in lower case. Texts that begin most of their sentences so have made it their style.
 */
export const letterCase: Mechanism<'letter-case'> = {
  kind: 'letter-case',
  compile(rules) {
    const compiled = rules.map((rule) => ({ rule, lists: listsOf(rule) }));
    return (analysis) => {
      if (isLowerCaseStyle(analysis)) return [];
      return compiled.flatMap(({ rule, lists }) => {
        if (!inDocumentScope(rule, analysis)) return [];
        return rule.detect.defect === 'name' ? findNames(rule, analysis, lists) : findStarts(rule, analysis, lists);
      });
    };
  },
};

interface Lists {
  readonly names: ReadonlyMap<number, string>;
  readonly common: ReadonlySet<number>;
}

function listsOf({ detect }: CaseRule): Lists {
  return {
    names: new Map((detect.names ?? []).map((name) => [hashWord(name), name])),
    common: new Set((detect.common ?? []).map(hashWord)),
  };
}

const MOST_LOWER_STARTS = 0.3;

/** Poems, chats, lists of keywords: nothing there begins with a capital. */
function isLowerCaseStyle({ sentences, words }: Analysis): boolean {
  let counted = 0;
  let lower = 0;
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const first = sentences.wordStart[sentence] as number;
    if ((sentences.wordEnd[sentence] as number) - first < 3) continue;
    const flags = words.flags[first] as number;
    if ((flags & (WORD.digit | WORD.ideograph)) !== 0) continue;
    counted += 1;
    if ((flags & WORD.capital) === 0) lower += 1;
  }
  return lower > counted * MOST_LOWER_STARTS;
}

const FEWEST_BLOCK_WORDS = 5;
const FEWEST_LETTERS = 4;

function* candidateBlocks(rule: CaseRule, analysis: Analysis): Iterable<{ block: Block; features: BlockFeatures }> {
  for (const block of analysis.document.blocks) {
    const features = analysis.blocks[block.index];
    if (features === undefined || !features.language.startsWith('en') || !inBlockScope(rule, analysis, block)) continue;
    const count = features.wordEnd - features.wordStart;
    if (count >= FEWEST_BLOCK_WORDS && features.functional > 0) yield { block, features };
  }
}

function findNames(rule: CaseRule, analysis: Analysis, lists: Lists): Hit[] {
  const candidates = [...candidateBlocks(rule, analysis)].flatMap(({ features }) => candidatesOf(analysis, features));
  if (candidates.length === 0) return [];
  const counts = countCases(analysis, candidates);
  return candidates.flatMap(({ start, found, key }) => {
    const expected = lists.common.has(key) ? undefined : nameMeant(found, key, { lists, counts });
    if (expected === undefined) return [];
    return [{ rule, start, end: start + found.length, fix: expected, values: { found, expected } }];
  });
}

/** A word in lower case that no list of English words has. */
interface Candidate {
  readonly start: number;
  /** Without the possessive `'s`. */
  readonly found: string;
  readonly key: number;
}

const NO_NAME = WORD.capital | WORD.digit | WORD.functional | WORD.ideograph;

function candidatesOf({ document, words }: Analysis, { wordStart, wordEnd }: BlockFeatures): Candidate[] {
  const candidates: Candidate[] = [];
  const { sizeOf } = englishWords();
  for (let word = wordStart; word < wordEnd; word += 1) {
    const start = words.starts[word] as number;
    const end = words.ends[word] as number;
    if (end - start < FEWEST_LETTERS || ((words.flags[word] as number) & NO_NAME) !== 0) continue;
    const hash = words.hashes[word] as number;
    if (sizeOf(hash) !== 0) continue;
    const found = document.text.slice(start, end).replace(/['’]s$/, '');
    const key = found.length === end - start ? hash : hashWord(found);
    if (sizeOf(key) === 0 && isApart(document.text, start, start + found.length))
      candidates.push({ start, found, key });
  }
  return candidates;
}

/** How often a word stands in the text. */
interface CaseCount {
  /** With a capital where no sentence begins. */
  readonly capital: number;
  readonly lower: number;
}

const NEVER: CaseCount = { capital: 0, lower: 0 };

function countCases({ words }: Analysis, candidates: readonly Candidate[]): Map<number, CaseCount> {
  const counts = new Map<number, CaseCount>(candidates.map(({ key }) => [key, NEVER]));
  for (let word = 0; word < words.count; word += 1) {
    const hash = words.hashes[word] as number;
    const count = counts.get(hash);
    if (count === undefined) continue;
    const flags = words.flags[word] as number;
    const isCapital = (flags & WORD.capital) !== 0;
    if (isCapital && (flags & (WORD.sentenceStart | WORD.upper | WORD.afterLine)) !== 0) continue;
    const { capital, lower } = count;
    counts.set(hash, isCapital ? { capital: capital + 1, lower } : { capital, lower: lower + 1 });
  }
  return counts;
}

interface Evidence {
  readonly lists: Lists;
  readonly counts: ReadonlyMap<number, CaseCount>;
}

/** How the name should be written, when the word is one. */
function nameMeant(found: string, key: number, { lists, counts }: Evidence): string | undefined {
  const count = counts.get(key) ?? NEVER;
  const known = lists.names.get(key) ?? capitalWords().nameOf(key);
  if (known !== undefined) return count.lower > MOST_LOWER && count.lower > count.capital ? undefined : known;
  return isNameHere(found, key, count) ? capitalise(found) : undefined;
}

/** More often in lower case, it is a brand's way of writing. */
const MOST_LOWER = 3;
const FEWEST_CAPITALS = 2;
const CAPITALS_FOR_EACH_LOWER = 2;
/** Words made of others are terms that headings capitalise. */
const TERM = /(?:ics?|ity|able|ible|al|ism|ist|ation|ing|ed|ly|ness|ment|er|or|ize|ise|ive|ous)s?$/;

function isNameHere(found: string, key: number, { capital, lower }: CaseCount): boolean {
  if (capital < FEWEST_CAPITALS || capital < lower * CAPITALS_FOR_EACH_LOWER) return false;
  return !capitalWords().isCommon(key) && !TERM.test(found);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Not part of an address, a user name, a hashtag, a compound, code. */
function isApart(text: string, start: number, end: number): boolean {
  if (/[-\u2010\u2011_/@#.&\\$:=*~<+'’]/.test(text.charAt(start - 1))) return false;
  return !/^(?:[-\u2010\u2011_/@\\=*&+(]|[.:?][\p{L}\p{N}])/u.test(text.slice(end, end + 2));
}

function findStarts(rule: CaseRule, analysis: Analysis, lists: Lists): Hit[] {
  const { text } = analysis.document;
  return [...candidateBlocks(rule, analysis)].flatMap(({ block }) =>
    findLowerStarts(text, block)
      .filter((span) => isSentenceWord(text.slice(span.start, span.end), lists))
      .map((span) => {
        const found = text.slice(span.start, span.end);
        return { rule, ...span, fix: capitalise(found), values: { found, expected: capitalise(found) } };
      }),
  );
}

function isSentenceWord(word: string, { common }: Lists): boolean {
  const hash = hashWord(word);
  return englishWords().sizeOf(hash) > 0 && !common.has(hash);
}
