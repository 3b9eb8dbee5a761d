import { WORD, type Analysis } from '../model/analysis.ts';
import type { SpellingDetect } from '../model/damage-detect.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { capitalWords } from '../text/capital-words.ts';
import { englishWords } from '../text/english-words.ts';
import { hashWord } from '../text/words.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/**
 * Slips of the fingers: a lower-case word that no list of English words has, and that becomes a common word when two
 * neighbouring letters change places, or when a letter is doubled, made single, left out or put in. Words with a capital, words
 * that come back in the text, and parts of compounds are never judged.
 */
export const spelling: Mechanism<'spelling'> = {
  kind: 'spelling',
  compile(rules) {
    return (analysis) => rules.flatMap((rule) => (inDocumentScope(rule, analysis) ? findSlips(rule, analysis) : []));
  },
};

const MOST_OCCURRENCES = 2;

function findSlips(rule: RuleOf<'spelling'>, analysis: Analysis): Hit[] {
  const { document, words, blocks } = analysis;
  const unknown: number[] = [];
  for (const block of document.blocks) {
    const features = blocks[block.index];
    if (features === undefined || !features.language.startsWith('en') || !inBlockScope(rule, analysis, block)) continue;
    for (let word = features.wordStart; word < features.wordEnd; word += 1) {
      if (isUnknown(analysis, word, rule.detect.shortest)) unknown.push(word);
    }
  }
  if (unknown.length === 0) return [];
  const occurrences = countOccurrences(analysis, unknown);
  return unknown.flatMap((word) => {
    if ((occurrences.get(words.hashes[word] as number) ?? 0) > MOST_OCCURRENCES) return [];
    const start = words.starts[word] as number;
    const end = words.ends[word] as number;
    const found = document.text.slice(start, end);
    const fix = meantBy(found, rule.detect);
    return fix === undefined ? [] : [{ rule, start, end, fix, values: { found, expected: fix } }];
  });
}

const NO_WORD = WORD.capital | WORD.digit | WORD.functional | WORD.ideograph;
const LETTERS = /^[a-z]+$/;

function isUnknown({ document, words }: Analysis, word: number, shortest: number): boolean {
  if (((words.flags[word] as number) & NO_WORD) !== 0) return false;
  const start = words.starts[word] as number;
  const end = words.ends[word] as number;
  if (end - start < shortest) return false;
  const hash = words.hashes[word] as number;
  if (englishWords().sizeOf(hash) !== 0 || capitalWords().isCommon(hash)) return false;
  return isApart(document.text, start, end) && LETTERS.test(document.text.slice(start, end));
}

/** Not part of an address, a compound, a file name, a hashtag or a variable. */
function isApart(text: string, start: number, end: number): boolean {
  if (/[-\u2010\u2011_/@#.&\\$:=*~<+]/.test(text.charAt(start - 1))) return false;
  return !/^(?:[-\u2010\u2011_/@\\=*&+]|[.:?][\p{L}\p{N}]|\()/u.test(text.slice(end, end + 2));
}

/** How often each unknown word stands in the text, in any case; a capital anywhere makes it a name. */
function countOccurrences({ words }: Analysis, unknown: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>(unknown.map((word) => [words.hashes[word] as number, 0]));
  for (let word = 0; word < words.count; word += 1) {
    const count = counts.get(words.hashes[word] as number);
    if (count === undefined) continue;
    const capital = ((words.flags[word] as number) & WORD.capital) !== 0;
    counts.set(words.hashes[word] as number, count + (capital ? MOST_OCCURRENCES + 1 : 1));
  }
  return counts;
}

/** The most common word that is one slip away. */
function meantBy(found: string, detect: SpellingDetect): string | undefined {
  const { shortest, shortestDropped, rarest, rarestShort } = detect;
  const swapped = mostCommon(transpositions(found), found.length === shortest ? rarestShort : rarest);
  if (swapped !== undefined || found.length < shortestDropped) return swapped;
  const meant = mostCommon([...singled(found), ...doubled(found)], rarest);
  return meant !== undefined && isDialect(found) ? undefined : meant;
}

/** `targetting`, `focussed`: a final consonant doubled where others leave it single. */
function isDialect(found: string): boolean {
  return /([bdfglmnprst])\1(?:ing|ed|er|ers)$/.test(found);
}

function mostCommon(candidates: readonly string[], rarest: number): string | undefined {
  let best: string | undefined;
  let bestSize = rarest + 1;
  for (const candidate of candidates) {
    const size = englishWords().sizeOf(hashWord(candidate));
    if (size > 0 && size < bestSize) {
      best = candidate;
      bestSize = size;
    }
  }
  return best;
}

function transpositions(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );
}

/** One of two equal neighbours taken out. */
function singled(word: string): string[] {
  const places = Array.from({ length: word.length - 1 }, (_, at) => at);
  return places
    .filter((at) => word.charAt(at) === word.charAt(at + 1))
    .map((at) => word.slice(0, at) + word.slice(at + 1));
}

function doubled(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.charAt(at) + word.slice(at));
}
