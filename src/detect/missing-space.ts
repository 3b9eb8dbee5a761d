import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { capitalWords } from '../text/capital-words.ts';
import { englishWords } from '../text/english-words.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/** Two known words with nothing but a comma, or the end of a sentence, between them. */
export const missingSpace: Mechanism<'missing-space'> = {
  kind: 'missing-space',
  compile(rules) {
    return (analysis) => rules.flatMap((rule) => (inDocumentScope(rule, analysis) ? findSeams(rule, analysis) : []));
  },
};

function findSeams(rule: RuleOf<'missing-space'>, analysis: Analysis): Hit[] {
  const { document, words } = analysis;
  return document.blocks.flatMap((block) => {
    const { wordStart, wordEnd } = analysis.blocks[block.index] as BlockFeatures;
    const hits: Hit[] = [];
    for (let word = wordStart + 1; word < wordEnd; word += 1) {
      if ((words.starts[word] as number) !== (words.ends[word - 1] as number) + 1) continue;
      if (!isSeam(analysis, word) || !inBlockScope(rule, analysis, block)) continue;
      const start = words.starts[word - 1] as number;
      const end = words.ends[word] as number;
      const found = document.text.slice(start, end);
      hits.push({ rule, start, end, fix: found.replace(/([,.!?;])/, '$1 '), values: { found } });
    }
    return hits;
  });
}

const FEWEST_LETTERS = 3;

/** A mark between two words that are known, and no address, number, name of a file or list of values. */
function isSeam({ document: { text }, words }: Analysis, word: number): boolean {
  const mark = text.charCodeAt(words.ends[word - 1] as number);
  if (mark === SPACE || !isMark(mark)) return false;
  const start = words.starts[word - 1] as number;
  const end = words.ends[word] as number;
  const capital = ((words.flags[word] as number) & WORD.capital) !== 0;
  if (mark !== COMMA && (!capital || !isKnownLower({ words }, word - 1))) return false;
  if (start > 0 && !/[\s("“‘]/.test(text.charAt(start - 1))) return false;
  if (!/^(?:[\s)"”’;:!?]|[,.](?![\p{L}\d])|$)/u.test(text.slice(end, end + 2))) return false;
  return isKnown({ words }, word - 1) && isKnown({ words }, word);
}

const SPACE = 0x20;
const COMMA = 0x2c;
const MARKS = new Set([COMMA, 0x2e, 0x21, 0x3f, 0x3b]);

function isMark(unit: number): boolean {
  return MARKS.has(unit);
}

function isKnownLower({ words }: Pick<Analysis, 'words'>, word: number): boolean {
  return ((words.flags[word] as number) & WORD.capital) === 0 && isKnown({ words }, word);
}

function isKnown({ words }: Pick<Analysis, 'words'>, word: number): boolean {
  const length = (words.ends[word] as number) - (words.starts[word] as number);
  if (length < FEWEST_LETTERS || ((words.flags[word] as number) & (WORD.digit | WORD.upper)) !== 0) return false;
  const hash = words.hashes[word] as number;
  return englishWords().sizeOf(hash) > 0 || capitalWords().nameOf(hash) !== undefined;
}
