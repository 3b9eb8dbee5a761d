import { WORD, type Analysis, type BlockFeatures } from '../../model/analysis.ts';
import { BLOCK_KINDS, CONTAINERS, type Block } from '../../model/document.ts';
import { countCopies, type Copies } from './copies.ts';
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
const COLUMNS: ReadonlyMap<string, number> = new Map(BLOCK_MEASURES.map((name, column) => [name, column]));
const ECHO = BLOCK_MEASURES.indexOf('echo');

/** Column of a measure. */
export function measureColumn(name: BlockMeasure): number {
  return COLUMNS.get(name) as number;
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
  const measured = {
    count,
    values: new Float32Array(count * WIDTH),
    words: new Float32Array(count),
    prose: new Float32Array(count),
  };
  const scratch = {
    measured,
    marks: new Uint16Array(MARK_COUNT),
    tally: { words: 0, letters: 0, capitals: 0, upper: 0, digits: 0, functional: 0, longest: 0 },
    copies: countCopies(analysis),
  };
  for (let index = 0; index < count; index += 1) measureBlock(analysis, index, scratch);
  const echoes = measureEcho(analysis, measured.prose);
  for (let index = 0; index < count; index += 1) measured.values[index * WIDTH + ECHO] = echoes[index] as number;
  return measured;
}

/** What the measures of one block after another are made with; `marks` and `tally` are those of the current block. */
interface Scratch {
  readonly measured: Measured;
  readonly marks: Uint16Array;
  readonly tally: Tally;
  readonly copies: Copies;
}

function measureBlock(analysis: Analysis, index: number, scratch: Scratch): void {
  const block = analysis.document.blocks[index] as Block;
  const features = analysis.blocks[index] as BlockFeatures;
  const { text } = analysis.document;
  const { marks, tally, measured } = scratch;
  countMarks(text, block, marks);
  tallyWords(analysis, features, tally);
  const functionShare = shareOfFunctionWords(analysis, tally);
  const end = endOf(text, block.start, block.end);
  const sentences = features.sentenceEnd - features.sentenceStart;
  const prose = proseWords(scratch, { end, functionShare, sentences });
  measured.words[index] = tally.words;
  measured.prose[index] = prose;
  const begin = beginOf(text, block.start);
  let at = writeShape(scratch, index * WIDTH, { block, features, end, begin, functionShare });
  at = writeMarks(scratch, at, block);
  writePlace(scratch, at, { text, block, prose });
}

interface Tally {
  words: number;
  letters: number;
  capitals: number;
  upper: number;
  digits: number;
  functional: number;
  longest: number;
}

/** Two characters of Chinese, Japanese or Thai weigh as one word. */
const IDEOGRAPH_WEIGHT = 0.5;

function tallyWords({ words }: Analysis, { wordStart, wordEnd }: BlockFeatures, tally: Tally): void {
  let [count, letters, capitals, upper] = [0, 0, 0, 0];
  let [digits, functional, longest, run] = [0, 0, 0, 0];
  for (let word = wordStart; word < wordEnd; word += 1) {
    const flags = words.flags[word] as number;
    const weight = flags & WORD.ideograph ? IDEOGRAPH_WEIGHT : 1;
    count += weight;
    letters += (words.ends[word] as number) - (words.starts[word] as number);
    if (flags & WORD.capital) capitals += 1;
    if (flags & WORD.upper) upper += 1;
    if (flags & WORD.digit) digits += 1;
    if (flags & WORD.functional) functional += weight;
    run = flags & WORD.sentenceStart ? weight : run + weight;
    if (run > longest) longest = run;
  }
  tally.words = count;
  tally.letters = letters;
  tally.capitals = capitals;
  tally.upper = upper;
  tally.digits = digits;
  tally.functional = functional;
  tally.longest = longest;
}

function shareOfFunctionWords(analysis: Analysis, tally: Tally): number {
  if (analysis.language === 'und' || analysis.measures['functionless'] === 1) return UNKNOWN;
  return tally.words === 0 ? 0 : tally.functional / tally.words;
}

interface ProseSigns {
  readonly end: number;
  readonly functionShare: number;
  readonly sentences: number;
}

const FEWEST_PROSE_WORDS = 8;
const SURE_PROSE_WORDS = 30;
const LEAST_FUNCTION_SHARE = 0.12;

/** The block's words when it reads like sentences: long, or ended like one and not a bare row of names. */
function proseWords({ tally: { words }, marks }: Scratch, { end, functionShare, sentences }: ProseSigns): number {
  if (words < FEWEST_PROSE_WORDS) return 0;
  if (functionShare !== UNKNOWN && functionShare < LEAST_FUNCTION_SHARE && words < SURE_PROSE_WORDS) return 0;
  if (closesSentence(end) || (sentences > 1 && (marks[MARK.sentenceEnd] as number) > 1)) return words;
  return words >= SURE_PROSE_WORDS ? words / 2 : 0;
}

interface ShapeSigns {
  readonly block: Block;
  readonly features: BlockFeatures;
  readonly end: number;
  readonly begin: number;
  readonly functionShare: number;
}

function writeShape({ measured: { values }, tally }: Scratch, from: number, signs: ShapeSigns): number {
  const { block, features, functionShare } = signs;
  const tokens = Math.max(1, features.wordEnd - features.wordStart);
  let at = from;
  values[at++] = Math.log2(1 + tally.words);
  values[at++] = Math.log2(1 + block.end - block.start);
  values[at++] = tally.letters / tokens;
  values[at++] = features.sentenceEnd - features.sentenceStart;
  values[at++] = tally.longest;
  values[at++] = signs.end;
  values[at++] = signs.begin;
  values[at++] = functionShare;
  values[at++] = functionShare === UNKNOWN ? UNKNOWN : tally.functional;
  values[at++] = tally.capitals / tokens;
  values[at++] = tally.upper / tokens;
  values[at++] = tally.digits / tokens;
  return at;
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

function writeMarks({ measured: { values }, marks, tally }: Scratch, from: number, block: Block): number {
  let at = from;
  values[at++] = marks[MARK.sentenceEnd] as number;
  values[at++] = marks[MARK.comma] as number;
  values[at++] = (marks[MARK.comma] as number) / Math.max(1, tally.words);
  for (let mark = 0; mark < COUNTED.length; mark += 1) values[at++] = marks[COUNTED[mark] as number] as number;
  values[at++] = BLOCK_KINDS.indexOf(block.kind);
  values[at++] = CONTAINERS.indexOf(block.container);
  return at;
}

interface PlaceSigns {
  readonly text: string;
  readonly block: Block;
  readonly prose: number;
}

const MOST_COPIES = 8;

function writePlace({ measured: { values }, marks, copies }: Scratch, from: number, signs: PlaceSigns): void {
  const { block, prose } = signs;
  let at = from;
  values[at++] = Math.min(MOST_COPIES, copies.counts[block.index] as number);
  values[at++] = copies.first[block.index] as number;
  const dated = datedness(signs.text, block, marks);
  values[at++] = dated.date;
  values[at++] = dated.time;
  values[at++] = dated.year;
  values[at++] = dated.address;
  values[at++] = Math.log2(1 + prose);
}
