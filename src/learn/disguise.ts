import { functionWordsOf } from '../text/function-words.ts';
import { partOf } from './random.ts';

/**
 * Pages of other languages are rare among labelled ones, while layout is much the same in all. A disguised page keeps its
 * lines, marks, digits and capitals and has every word replaced as if it stood in another language: function words by
 * function words, some dropped as that language would, other words by a cipher of its script.
 */
export interface Disguise {
  readonly language: string;
  /** Share of function words that have a counterpart; the others are spelt like content words. */
  readonly kept: number;
  /** Function words that the language does not have. */
  readonly dropped: readonly string[];
  readonly alphabet: string;
}

const ARTICLES = ['the', 'a', 'an'];

export const DISGUISES: readonly Disguise[] = [
  { language: 'ru', kept: 0.6, dropped: [...ARTICLES, 'is', 'are', 'am'], alphabet: 'авсдефгчийклмнорпртюжшыяз' },
  { language: 'pl', kept: 0.6, dropped: ARTICLES, alphabet: 'abcdefghijklłnoprśtuwzyżą' },
  { language: 'el', kept: 0.7, dropped: [], alphabet: 'αβγδεφχηικλμνοπρσταυωξυζθ' },
  {
    language: 'fi',
    kept: 0.3,
    dropped: [...ARTICLES, 'of', 'in', 'to', 'on', 'at'],
    alphabet: 'apdteshjiklmnoöurstyävkyi',
  },
  { language: 'de', kept: 0.9, dropped: [], alphabet: 'abcdefghijklmnopqrstuvwxyz' },
  { language: 'und', kept: 0, dropped: [], alphabet: 'ابتثجحخدذرزسشصضطظعغفقكلمن' },
  { language: 'und', kept: 0, dropped: ARTICLES, alphabet: 'कखगघचछजझटठडढणतथदधनपफबभमय' },
  {
    language: 'zh',
    kept: 0.55,
    dropped: [...ARTICLES, 'of', 'to', 'for', 'was', 'were', 'has', 'had', 'have', 'that', 'which'],
    alphabet: '',
  },
];

const WORD = /[\p{L}\p{M}'’]+/gu;
const HAN_FIRST = 0x4e00;
const HAN_COUNT = 3_000;
/** Letters of an English word that weigh as one Chinese character. */
const LETTERS_A_CHARACTER = 2.6;
const GRAINS = 1_000;

/** The line as it might stand in the language of the disguise. The same line always gives the same. */
export function disguise(line: string, as: Disguise): string {
  const english = new Set(functionWordsOf('en'));
  const foreign = functionWordsOf(as.language);
  const replaced = line.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    if (english.has(lower)) return replaceFunctionWord(word, as, foreign);
    return as.alphabet === '' ? toHan(lower) : encipher(word, as.alphabet);
  });
  return (as.alphabet === '' ? closeUp(replaced) : replaced.replace(/ {2,}/g, ' ')).trim() || line;
}

function replaceFunctionWord(word: string, as: Disguise, foreign: readonly string[]): string {
  const lower = word.toLowerCase();
  if (as.dropped.includes(lower)) return '';
  const grain = partOf(`${as.language} ${lower}`, GRAINS);
  if (foreign.length === 0 || grain / GRAINS >= as.kept)
    return as.alphabet === '' ? toHan(lower) : encipher(word, as.alphabet);
  const found = foreign[grain % foreign.length] as string;
  return word === lower ? found : found.charAt(0).toUpperCase() + found.slice(1);
}

function encipher(word: string, alphabet: string): string {
  let out = '';
  for (const letter of word) {
    const lower = letter.toLowerCase();
    const place = lower.charCodeAt(0) - 97;
    const found = place >= 0 && place < 26 ? alphabet.charAt(place % alphabet.length) : letter;
    out += lower === letter ? found : found.toUpperCase();
  }
  return out;
}

function toHan(word: string): string {
  const length = Math.max(1, Math.round(word.length / LETTERS_A_CHARACTER));
  let out = '';
  for (let at = 0; at < length; at += 1) out += String.fromCharCode(HAN_FIRST + partOf(`${at}${word}`, HAN_COUNT));
  return out;
}

const MARKS: Readonly<Record<string, string>> = { '.': '。', ',': '，', '?': '？', '!': '！', ':': '：' };

function closeUp(line: string): string {
  return line
    .replace(/ +(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) +/gu, '')
    .replace(/(?<=[\u4e00-\u9fff])[.,?!:](?=$|\s|["'”’]|[\u4e00-\u9fff])/gu, (mark) => MARKS[mark] ?? mark);
}
