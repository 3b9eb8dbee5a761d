import { WORD, type Analysis, type BlockFeatures, type Words } from '../model/analysis.ts';
import type { Block, Document } from '../model/document.ts';
import { functionWords } from '../text/function-words.ts';
import { addToProfile, detectLanguage, languageMasks, leadingLanguage } from '../text/language.ts';
import { countWords } from '../text/word-count.ts';
import { splitWords } from '../text/words.ts';
import { findSentences, type SentenceRanges } from './find-sentences.ts';

export interface AnalyzeOptions {
  /** BCP 47; overrides detection. */
  readonly language?: string;
}

/** A block shorter than this takes the document's language. */
const FEWEST_WORDS_TO_SWITCH = 12;
/** A block with fewer of the document's function words than this may be in another language. */
const FOREIGN_SHARE = 0.12;
const FEWEST_FUNCTION_WORDS_TO_SWITCH = 5;

/** Words, sentences, language and the features of each block: all that later stages may ask for, computed once. */
export function analyze(document: Document, options: AnalyzeOptions = {}): Analysis {
  const words = splitWords(document.text);
  const masks = languageMasks(words);
  const profile = new Uint32Array(functionWords().languages.length);
  addToProfile(profile, masks, { from: 0, to: words.count });
  const language = options.language ?? document.declaredLanguage ?? detectLanguage(document.text, profile);
  markFunctionWords(words, masks, language);
  const { sentences, ranges } = findSentences(document, words);
  const blocks = document.blocks.map((block, index) =>
    describeBlock(block, { words, masks, language, range: ranges[index] as SentenceRanges }),
  );
  return {
    document,
    language,
    words,
    sentences,
    blocks,
    measures: {
      characters: document.source.text.length,
      words: countWords(document.text, words),
      sentences: sentences.count,
    },
  };
}

function markFunctionWords(words: Words, masks: Int32Array, language: string): void {
  const bit = bitOf(language);
  if (bit === 0) return;
  for (let word = 0; word < words.count; word += 1) {
    if (((masks[word] as number) & bit) !== 0) words.flags[word] = (words.flags[word] as number) | WORD.functional;
  }
}

function bitOf(language: string): number {
  const at = functionWords().languages.indexOf(language.split('-')[0] as string);
  return at < 0 ? 0 : 1 << at;
}

interface BlockContext {
  readonly words: Words;
  readonly masks: Int32Array;
  readonly language: string;
  readonly range: SentenceRanges;
}

function describeBlock(_block: Block, { words, masks, language, range }: BlockContext): BlockFeatures {
  let functional = 0;
  let capitals = 0;
  let digits = 0;
  for (let word = range.wordStart; word < range.wordEnd; word += 1) {
    const flags = words.flags[word] as number;
    if (flags & WORD.functional) functional += 1;
    if (flags & WORD.capital) capitals += 1;
    if (flags & WORD.digit) digits += 1;
  }
  const foreign = blockLanguage(masks, range, functional);
  // Field by field: a spread followed by more fields costs more than all the counting above.
  return {
    wordStart: range.wordStart,
    wordEnd: range.wordEnd,
    sentenceStart: range.sentenceStart,
    sentenceEnd: range.sentenceEnd,
    language: foreign ?? language,
    functional,
    capitals,
    digits,
  };
}

function blockLanguage(
  masks: Int32Array,
  { wordStart, wordEnd }: SentenceRanges,
  functional: number,
): string | undefined {
  const count = wordEnd - wordStart;
  if (count < FEWEST_WORDS_TO_SWITCH || functional >= FOREIGN_SHARE * count) return undefined;
  const profile = new Uint32Array(functionWords().languages.length);
  addToProfile(profile, masks, { from: wordStart, to: wordEnd });
  return leadingLanguage(profile, Math.max(FEWEST_FUNCTION_WORDS_TO_SWITCH, 2 * functional));
}
