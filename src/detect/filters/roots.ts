import { judgeByLimits, KEEP, type Filter } from './filter-report.ts';
import { countEach, ngramsOf } from './ngrams.ts';
import { lengthOf, shareOf, splitLines } from './python-text.ts';

/** Characters that both projects call special: punctuation, digits, white space, a list of symbols, and emoji. */
const SPECIAL =
  /[!-/:-@[-`{-~0-9\t\n\v\f\r \u2000-\u200f\u3000\ufffc\p{Extended_Pictographic}’“”–ー一▬…✦\ufffd£•€«»°·═×士＾˘⇓↓↑←→（）§″′´¿−±∈¢ø‚„½¼¾¹²³―⁃，ˌ¸‹›ʺˈʻ¦‐⠀‰‑≤≥‖◆●■►▼▲▴∆▻¡★☆✱ːº。¯˜¥ɪ≈†上ン：∼⁄・♡✓⊕․．⋅÷１‟；،、¨◦˚゜ʼ≖¤ッツシ℃√！【】‿∞➤～πه۩☛₨➩☻๑٪♥ıॽ《‘©﴿٬？▷Г♫∟™ª₪®「—❖」﴾》]/u;
const SPECIAL_EDGE = new RegExp(`^(?:${SPECIAL.source})+|(?:${SPECIAL.source})+$`, 'gu');

const CHARACTER_NGRAM = 10;

/** Filters of BigScience ROOTS for English, without its lists of words and its models. */
export const roots: Filter = (text) => {
  const measures = {
    character_repetition_ratio_10: characterRepetition(text),
    word_repetition_ratio_5: wordRepetition(text, 5),
    special_characters_ratio: specialCharacters(text),
  };
  const limits = {
    character_repetition_ratio_10: { above: 0.106 },
    word_repetition_ratio_5: { above: 0.19 },
    special_characters_ratio: { above: 0.4 },
  };
  return { measures, verdict: judgeByLimits(measures, limits) };
};

/** Operators of data-juicer with their default limits, without its models. */
export const dataJuicer: Filter = (text) => {
  const lines = splitLines(text).map(lengthOf);
  const length = lengthOf(text);
  const measures = {
    alnum_ratio: length === 0 ? 0 : (text.match(/[\p{L}\p{N}]/gu) ?? []).length / length,
    avg_line_length: lines.length === 0 ? 0 : length / lines.length,
    max_line_length: lines.reduce((most, line) => Math.max(most, line), 0),
    special_char_ratio: specialCharacters(text),
    text_len: length,
    num_words: wordsOf(text).length,
    char_rep_ratio: characterRepetition(text),
    word_rep_ratio_5: wordRepetition(text, 5),
    word_rep_ratio_10: wordRepetition(text, 10),
  };
  const limits = {
    alnum_ratio: { below: 0.25 },
    avg_line_length: { below: 10 },
    max_line_length: { below: 10 },
    char_rep_ratio: { above: 0.5 },
    word_rep_ratio_10: { above: 0.5 },
    special_char_ratio: { above: 0.25 },
    text_len: { below: 10 },
    num_words: { below: 10 },
  };
  return { measures, verdict: text === '' ? KEEP : judgeByLimits(measures, limits) };
};

function specialCharacters(text: string): number {
  return shareOf([...text], (character) => SPECIAL.test(character));
}

/** Words between blanks, in lower case, without special characters at their ends. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[ \n\t]+/)
    .map((word) => word.replaceAll(SPECIAL_EDGE, ''))
    .filter((word) => word !== '');
}

/** Share of the commonest n-grams: as many kinds as the root of all kinds, none that stands alone. */
function characterRepetition(text: string): number {
  const characters = [...text];
  const counts = [...countEach(ngramsOf(characters, CHARACTER_NGRAM, '')).values()].sort((a, b) => b - a);
  if (counts.length === 0) return 0;
  const repeated = counts.filter((count) => count > 1).length;
  const kinds = Math.min(Math.floor(Math.sqrt(counts.length)), repeated);
  return sumOf(counts.slice(0, kinds)) / sumOf(counts);
}

function wordRepetition(text: string, n: number): number {
  const counts = [...countEach(ngramsOf(wordsOf(text), n, ' ')).values()];
  return counts.length === 0 ? 0 : sumOf(counts.filter((count) => count > 1)) / sumOf(counts);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
