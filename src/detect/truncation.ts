import { WORD, type Analysis, type BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { capitalWords } from '../text/capital-words.ts';
import { englishWords } from '../text/english-words.ts';
import { hashWord } from '../text/words.ts';
import type { Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

type TruncationRule = RuleOf<'truncation'>;

/**
 * Paragraphs that stop before their sentence does: on a word no sentence ends with, on a comma, on the beginning of a word, or
 * without any mark where the other paragraphs of the text all end with one (that last one is no more than `info`). The finding is
 * their last words.
 */
export const truncation: Mechanism<'truncation'> = {
  kind: 'truncation',
  compile(rules) {
    const compiled = rules.map((rule) => ({ rule, enders: new Set(rule.detect.openEnders.map(hashWord)) }));
    return (analysis) =>
      compiled.flatMap((one) => (inDocumentScope(one.rule, analysis) ? findCuts(one, analysis) : []));
  },
};

interface Compiled {
  readonly rule: TruncationRule;
  readonly enders: ReadonlySet<number>;
}

function findCuts(one: Compiled, analysis: Analysis): Hit[] {
  const { text, blocks } = analysis.document;
  const paragraphs = blocks.filter((block) => isParagraph(one.rule, analysis, block));
  const open = paragraphs.filter((block) => OPEN.test(text.charAt(block.end - 1)));
  const tidy = open.length <= paragraphs.length * one.rule.detect.mostOpen;
  const torn = paragraphs.filter((block) => text.charAt(block.end - 1) === ';' && block.container !== 'list');
  return [
    ...open.flatMap((block) => judge(one, analysis, { block, tidy })),
    // where many paragraphs end so it is how the text is written, as laws are
    ...(torn.length > MOST_TORN ? [] : torn.map((block) => report(one.rule, analysis, { block, ...TORN }))),
  ];
}

const MOST_TORN = 2;
const TORN: Verdict = { reason: 'it ends with a semicolon', words: 1, sure: true };

interface Verdict {
  readonly reason: string;
  /** How many of the last words are shown. */
  readonly words: number;
  readonly sure: boolean;
}

function judge(one: Compiled, analysis: Analysis, { block, tidy }: { block: Block; tidy: boolean }): Hit[] {
  const features = analysis.blocks[block.index] as BlockFeatures;
  if (goesOn(analysis, block) || isSignature(analysis, features)) return [];
  const { words, document } = analysis;
  const last = features.wordEnd - 1;
  if (one.enders.has(words.hashes[last] as number) && isFollowing(words.flags[last] as number)) {
    const reason = `no sentence ends with "${document.text.slice(words.starts[last], words.ends[last])}"`;
    return [report(one.rule, analysis, { block, reason, words: 2, sure: true })];
  }
  if (isFragment(analysis, last))
    return [report(one.rule, analysis, { block, reason: 'its last word is cut off', words: 2, sure: true })];
  if (!tidy || !isExpectedToEnd(one.rule, analysis, { block, features })) return [];
  return [report(one.rule, analysis, { block, reason: 'its last sentence has no end', words: 2, sure: false })];
}

function report(
  rule: TruncationRule,
  { document, words, blocks }: Analysis,
  { block, ...verdict }: Verdict & { block: Block },
): Hit {
  const { wordStart, wordEnd } = blocks[block.index] as BlockFeatures;
  const start = words.starts[Math.max(wordStart, wordEnd - verdict.words)] as number;
  const values = { found: document.text.slice(start, block.end), reason: verdict.reason };
  // a caption without its full stop looks the same
  return { rule, start, end: block.end, values, ...(!verdict.sure && { severity: 'info', confidence: UNSURE }) };
}

const UNSURE = 0.5;

function isParagraph(rule: TruncationRule, analysis: Analysis, block: Block): boolean {
  const features = analysis.blocks[block.index];
  if (features === undefined || features.wordEnd - features.wordStart < rule.detect.minWords) return false;
  if (features.capitals > (features.wordEnd - features.wordStart) * MOST_CAPITALS) return false;
  return inBlockScope(rule, analysis, block);
}

/** More of them make a headline or a list of names. */
const MOST_CAPITALS = 0.4;
const OPEN = /[\p{L}\p{N},-]$/u;

function isExpectedToEnd(
  rule: TruncationRule,
  analysis: Analysis,
  { block, features }: { block: Block; features: BlockFeatures },
): boolean {
  const isLast = block.index === analysis.document.blocks.length - 1;
  return (isLast || features.sentenceEnd - features.sentenceStart > 1) && followsProse(rule, analysis, block);
}

/** Captions, credits and teasers stand at the head of a text or between headings. */
function followsProse(rule: TruncationRule, analysis: Analysis, { index }: Block): boolean {
  const above = analysis.document.blocks[index - 1];
  return (
    above !== undefined &&
    isParagraph(rule, analysis, above) &&
    !OPEN.test(analysis.document.text.charAt(above.end - 1))
  );
}

/** The paragraph was broken into lines, and the next line goes on. */
function goesOn({ document, blocks, words }: Analysis, { index }: Block): boolean {
  const next = blocks[index + 1];
  if (next === undefined || next.wordStart >= next.wordEnd) return false;
  const flags = words.flags[next.wordStart] as number;
  const first = document.text.charAt(document.blocks[index + 1]?.start ?? 0);
  return (flags & (WORD.capital | WORD.digit)) === 0 && /\p{Ll}/u.test(first);
}

const FEWEST_LAST_WORDS = 4;
const SIGNATURE = /[–—→|/©#@]|\s[-*]\s|https?:|www\.|\w\.\w|(?:photo(?:graph)?|credit|source|image|via)\b/iu;

/** Agency, author, address or tag behind the last sentence. */
function isSignature({ document, sentences, words }: Analysis, features: BlockFeatures): boolean {
  const last = features.sentenceEnd - 1;
  const first = sentences.wordStart[last] as number;
  const end = sentences.wordEnd[last] as number;
  if (end - first < FEWEST_LAST_WORDS && features.sentenceEnd - features.sentenceStart > 1) return true;
  const tail = words.starts[Math.max(first, end - TAIL_WORDS)] as number;
  return SIGNATURE.test(document.text.slice(tail, sentences.ends[last]));
}

const TAIL_WORDS = 8;

function isFollowing(flags: number): boolean {
  return (flags & (WORD.sentenceStart | WORD.capital)) === 0;
}

const ODD = WORD.capital | WORD.digit | WORD.functional | WORD.ideograph;
const SHORT = 2;
const COMMON = 20;

/** The beginning of a word: lower case, in no list; or one or two letters that are hardly ever a word. */
function isFragment({ words }: Analysis, word: number): boolean {
  if (((words.flags[word] as number) & ODD) !== 0) return false;
  const hash = words.hashes[word] as number;
  const size = englishWords().sizeOf(hash);
  if ((words.ends[word] as number) - (words.starts[word] as number) <= SHORT) return size === 0 || size > COMMON;
  return size === 0 && !capitalWords().isCommon(hash);
}
