import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { englishWords } from '../text/english-words.ts';
import { hashWord } from '../text/words.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

type ArticleRule = RuleOf<'article'>;

/**
 * "a" before a vowel, "an" before a consonant: a word was exchanged for another and its article was not. Works for every synonym
 * spinner, known or not. Only known words in lower case are judged.
 */
export const article: Mechanism<'article'> = {
  kind: 'article',
  compile(rules) {
    return (analysis) =>
      rules.flatMap((rule) => {
        if (!inDocumentScope(rule, analysis)) return [];
        return analysis.document.blocks.flatMap((block) =>
          inBlockScope(rule, analysis, block) ? findInBlock(rule, analysis, block) : [],
        );
      });
  },
};

const A = hashWord('a');
const AN = hashWord('an');

function findInBlock(rule: ArticleRule, { document, words, blocks }: Analysis, { index }: Block): Hit[] {
  const { wordStart, wordEnd } = blocks[index] as BlockFeatures;
  const hits: Hit[] = [];
  for (let word = wordStart; word + 1 < wordEnd; word += 1) {
    const hash = words.hashes[word];
    if ((hash !== A && hash !== AN) || !isArticle({ document, words }, word)) continue;
    const start = words.starts[word] as number;
    const end = words.ends[word + 1] as number;
    const noun = document.text.slice(words.starts[word + 1], end);
    const right = soundOf(noun, rule.detect) === 'vowel' ? AN : A;
    if (soundOf(noun, rule.detect) === undefined || right === hash) continue;
    const found = document.text.slice(start, end);
    const expected = (right === AN ? 'an ' : 'a ') + noun;
    hits.push({ rule, start, end, fix: found.charAt(0) + expected.slice(1), values: { found, expected } });
  }
  return hits;
}

const NOT_PLAIN = WORD.capital | WORD.digit | WORD.afterPunctuation | WORD.afterLine | WORD.sentenceStart;

/** Followed, after one space, by a known word in lower case; "A" only where a sentence begins. */
function isArticle({ document, words }: Pick<Analysis, 'document' | 'words'>, word: number): boolean {
  const start = words.starts[word] as number;
  const flags = words.flags[word] as number;
  if ((flags & WORD.capital) !== 0 && (flags & WORD.sentenceStart) === 0) return false;
  if (start > 0 && !/[\s("“‘]/.test(document.text.charAt(start - 1))) return false;
  if (document.text.slice(words.ends[word], words.starts[word + 1]) !== ' ') return false;
  if (((words.flags[word + 1] as number) & NOT_PLAIN) !== 0) return false;
  return englishWords().sizeOf(words.hashes[word + 1] as number) > 0;
}

const FEWEST_LETTERS = 3;

/** What a word begins with when spoken; nothing where both articles are heard. The longest known beginning decides. */
function soundOf(word: string, detect: ArticleRule['detect']): 'vowel' | 'consonant' | undefined {
  if (word.length < FEWEST_LETTERS || !/^[a-z]+$/.test(word)) return undefined;
  const beginnings = [
    ...longest(word, detect.consonantSounds, 'consonant' as const),
    ...longest(word, detect.vowelSounds, 'vowel' as const),
    ...longest(word, detect.bothSounds, undefined),
  ].sort((a, b) => b.length - a.length);
  const [first] = beginnings;
  if (first !== undefined) return first.sound;
  return /^[aeiou]/.test(word) ? 'vowel' : 'consonant';
}

function longest<S>(word: string, beginnings: readonly string[], sound: S): { length: number; sound: S }[] {
  return beginnings.filter((start) => word.startsWith(start)).map(({ length }) => ({ length, sound }));
}
