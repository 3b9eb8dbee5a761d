import { WORD, type Analysis, type BlockFeatures } from '../../model/analysis.ts';
import { BLOCK_KINDS, CONTAINERS, type Block } from '../../model/document.ts';
import { datedness } from './datedness.ts';
import { measureEcho } from './echo.ts';
import { beginOf, closesSentence, countMarks, endOf, MARK, MARK_COUNT } from './scan-marks.ts';

/** What is measured of each block by itself, in the order of the columns. */
export const BLOCK_MEASURES = [
  'words',
  'characters',
  'word length',
  'sentences',
  'longest sentence',
  'end',
  'begin',
  'function word share',
  'function words',
  'capital share',
  'upper case share',
  'digit share',
  'sentence marks',
  'commas',
  'comma share',
  'colons',
  'separators',
  'slashes',
  'currency',
  'addresses',
  'quotes',
  'brackets',
  'copyright',
  'kind',
  'container',
  'copies',
  'first copy',
  'date',
  'time',
  'year',
  'link text',
  'prose',
  'echo',
] as const;
export type BlockMeasure = (typeof BLOCK_MEASURES)[number];

const WIDTH = BLOCK_MEASURES.length;
const ECHO = BLOCK_MEASURES.indexOf('echo');

/** Column of a measure. */
export function measureColumn(name: BlockMeasure): number {
  return BLOCK_MEASURES.indexOf(name);
}

/** A value that could not be measured, such as the share of function words in an unknown language. */
export const UNKNOWN = -1;

/** Rows of `BLOCK_MEASURES`, one a block, and what later steps need beside them. */
export interface Measured {
  readonly count: number;
  readonly values: Float32Array;
  /** Words of each block; in scripts without spaces two characters count as one. */
  readonly words: Float32Array;
  /** Words of running prose in each block: its words when it reads like sentences, else 0. */
  readonly prose: Float32Array;
}

/** Measures every block of a document in one pass over its characters and words. */
export function measureBlocks(analysis: Analysis): Measured {
  const count = analysis.blocks.length;
  const values = new Float32Array(count * WIDTH);
  const words = new Float32Array(count);
  const prose = new Float32Array(count);
  const measured = { count, values, words, prose };
  const scratch = { marks: new Uint16Array(MARK_COUNT), copies: countCopies(analysis), seen: new Set<number>() };
  for (let index = 0; index < count; index += 1) measureBlock(analysis, index, { measured, ...scratch });
  measureEcho(analysis, prose).forEach((echo, index) => {
    values[index * WIDTH + ECHO] = echo;
  });
  return measured;
}

interface Scratch {
  readonly measured: { values: Float32Array; words: Float32Array; prose: Float32Array };
  readonly marks: Uint16Array;
  readonly copies: { keys: Int32Array; counts: Map<number, number> };
  readonly seen: Set<number>;
}

function measureBlock(analysis: Analysis, index: number, scratch: Scratch): void {
  const block = analysis.document.blocks[index] as Block;
  const features = analysis.blocks[index] as BlockFeatures;
  const { text } = analysis.document;
  const { marks, measured } = scratch;
  countMarks(text, block, marks);
  const tally = tallyWords(analysis, features);
  const end = endOf(text, block.start, block.end);
  const functionShare = shareOfFunctionWords(analysis, tally);
  const prose = proseWords({
    words: tally.words,
    end,
    functionShare,
    sentences: features.sentenceEnd - features.sentenceStart,
    marks,
  });
  measured.words[index] = tally.words;
  measured.prose[index] = prose;
  const row = measured.values.subarray(index * WIDTH, (index + 1) * WIDTH);
  let at = writeShape(row, { block, features, tally, end, begin: beginOf(text, block.start), functionShare });
  at = writeMarks(row, at, { marks, block, words: tally.words });
  writePlace(row, at, { analysis, index, scratch, prose });
}

interface Tally {
  readonly words: number;
  readonly letters: number;
  readonly capitals: number;
  readonly upper: number;
  readonly digits: number;
  readonly functional: number;
  readonly longest: number;
}

/** Two characters of Chinese, Japanese or Thai weigh as one word. */
const IDEOGRAPH_WEIGHT = 0.5;

function tallyWords({ words }: Analysis, { wordStart, wordEnd }: BlockFeatures): Tally {
  const tally = { words: 0, letters: 0, capitals: 0, upper: 0, digits: 0, functional: 0, longest: 0 };
  let run = 0;
  for (let word = wordStart; word < wordEnd; word += 1) {
    const flags = words.flags[word] as number;
    const weight = flags & WORD.ideograph ? IDEOGRAPH_WEIGHT : 1;
    tally.words += weight;
    tally.letters += (words.ends[word] as number) - (words.starts[word] as number);
    if (flags & WORD.capital) tally.capitals += 1;
    if (flags & WORD.upper) tally.upper += 1;
    if (flags & WORD.digit) tally.digits += 1;
    if (flags & WORD.functional) tally.functional += weight;
    run = flags & WORD.sentenceStart ? weight : run + weight;
    if (run > tally.longest) tally.longest = run;
  }
  return tally;
}

function shareOfFunctionWords(analysis: Analysis, tally: Tally): number {
  if (analysis.language === 'und' || analysis.measures['functionless'] === 1) return UNKNOWN;
  return tally.words === 0 ? 0 : tally.functional / tally.words;
}

interface ProseSigns {
  readonly words: number;
  readonly end: number;
  readonly functionShare: number;
  readonly sentences: number;
  readonly marks: Uint16Array;
}

const FEWEST_PROSE_WORDS = 8;
const SURE_PROSE_WORDS = 30;
const LEAST_FUNCTION_SHARE = 0.12;

/** The block's words when it reads like sentences: long, or ended like one and not a bare row of names. */
function proseWords({ words, end, functionShare, sentences, marks }: ProseSigns): number {
  if (words < FEWEST_PROSE_WORDS) return 0;
  if (functionShare !== UNKNOWN && functionShare < LEAST_FUNCTION_SHARE && words < SURE_PROSE_WORDS) return 0;
  if (closesSentence(end) || (sentences > 1 && (marks[MARK.sentenceEnd] as number) > 1)) return words;
  return words >= SURE_PROSE_WORDS ? words / 2 : 0;
}

interface ShapeSigns {
  readonly block: Block;
  readonly features: BlockFeatures;
  readonly tally: Tally;
  readonly end: number;
  readonly begin: number;
  readonly functionShare: number;
}

function writeShape(row: Float32Array, signs: ShapeSigns): number {
  const { block, features, tally, functionShare } = signs;
  const tokens = Math.max(1, features.wordEnd - features.wordStart);
  const columns = [
    Math.log2(1 + tally.words),
    Math.log2(1 + block.end - block.start),
    tally.letters / tokens,
    features.sentenceEnd - features.sentenceStart,
    tally.longest,
    signs.end,
    signs.begin,
    functionShare,
    functionShare === UNKNOWN ? UNKNOWN : tally.functional,
    tally.capitals / tokens,
    tally.upper / tokens,
    tally.digits / tokens,
  ];
  row.set(columns);
  return columns.length;
}

const COUNTED = [
  MARK.colon,
  MARK.separator,
  MARK.slash,
  MARK.currency,
  MARK.address,
  MARK.quote,
  MARK.bracket,
  MARK.copyright,
] as const;

function writeMarks(row: Float32Array, from: number, { marks, block, words }: MarkSigns): number {
  let at = from;
  row[at++] = marks[MARK.sentenceEnd] as number;
  row[at++] = marks[MARK.comma] as number;
  row[at++] = (marks[MARK.comma] as number) / Math.max(1, words);
  for (const mark of COUNTED) row[at++] = marks[mark] as number;
  row[at++] = BLOCK_KINDS.indexOf(block.kind);
  row[at++] = CONTAINERS.indexOf(block.container);
  return at;
}

interface MarkSigns {
  readonly marks: Uint16Array;
  readonly block: Block;
  readonly words: number;
}

interface PlaceSigns {
  readonly analysis: Analysis;
  readonly index: number;
  readonly scratch: Scratch;
  readonly prose: number;
}

const MOST_COPIES = 8;

function writePlace(row: Float32Array, at: number, { analysis, index, scratch, prose }: PlaceSigns): void {
  const key = scratch.copies.keys[index] as number;
  const { text } = analysis.document;
  const block = analysis.document.blocks[index] as Block;
  row[at] = Math.min(MOST_COPIES, scratch.copies.counts.get(key) ?? 1);
  row[at + 1] = scratch.seen.has(key) ? 0 : 1;
  scratch.seen.add(key);
  const dated = datedness(text, block);
  row[at + 2] = dated.date;
  row[at + 3] = dated.time;
  row[at + 4] = dated.year;
  row[at + 5] = dated.address;
  row[at + 6] = Math.log2(1 + prose);
}

const HASH_PRIME = 0x01000193;

/** Blocks of the same words share a key. */
function countCopies({ blocks, words }: Analysis): { keys: Int32Array; counts: Map<number, number> } {
  const keys = new Int32Array(blocks.length);
  const counts = new Map<number, number>();
  blocks.forEach(({ wordStart, wordEnd }, index) => {
    let key = wordEnd - wordStart;
    for (let word = wordStart; word < wordEnd; word += 1)
      key = Math.imul(key ^ (words.hashes[word] as number), HASH_PRIME);
    keys[index] = key;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return { keys, counts };
}
