import type { Block } from '../model/document.ts';
import { measureShape } from './text-shape.ts';

/** Lines between two blank ones, or between the borders of a block. */
interface Stanza {
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

/** Sums over the lines of a stanza. */
interface Measure {
  lines: number;
  words: number;
  capitals: number;
  digits: number;
  symbols: number;
  closed: number;
  enjambed: number;
}

const LEAST_LINES = 4;
const LEAST_STANZA = 2;
const LONGEST_LINE = 65;
const LEAST_WORDS_A_LINE = 3;
const MOST_WORDS_A_LINE = 11;
/** Of the words, those with a capital: titles and names in a menu have more. */
const MOST_CAPITALS = 0.5;
const MOST_WITH_DIGITS = 0.15;
const MOST_CLOSED = 0.6;
/** Lines with the signs of programs. */
const MOST_WITH_SYMBOLS = 0.2;
/** Lines that end with a comma, a semicolon or a dash: verse runs on, lists do not. */
const LEAST_ENJAMBED = 0.2;
const RUNNING_ON = ',;—–';

/** Whether a line break inside a block was meant, or only wraps a line. */
export type LineBreaks = 'meant' | 'wrapped';

/** Indexes of the blocks that are lines or stanzas of a poem: at least four lines that look it, in stanzas of two or more. */
export function findVerse(text: string, blocks: readonly Block[], breaks: LineBreaks): Set<number> {
  const verse = new Set<number>();
  let pending: Stanza[] = [];
  const settle = () => {
    if (pending.reduce((sum, { lines }) => sum + lines, 0) >= LEAST_LINES) {
      for (const { first, last } of pending) for (let index = first; index < last; index += 1) verse.add(index);
    }
    pending = [];
  };
  for (let first = 0; first < blocks.length;) {
    const last = stanzaEnd(blocks, first);
    const lines = isPlain(blocks[first]) ? measureStanza(text, blocks.slice(first, last), breaks) : 0;
    if (lines >= LEAST_STANZA) pending.push({ first, last, lines });
    else settle();
    first = last;
  }
  settle();
  return verse;
}

function isPlain(block: Block | undefined): boolean {
  return (
    block !== undefined && block.container === 'prose' && (block.kind === 'paragraph' || block.kind === 'menu-entry')
  );
}

function stanzaEnd(blocks: readonly Block[], first: number): number {
  let last = first + 1;
  while (isPlain(blocks[first]) && isPlain(blocks[last]) && blocks[last]?.spaced === false) last += 1;
  return last;
}

/** The number of lines when they look like verse, or 0. */
function measureStanza(text: string, blocks: readonly Block[], breaks: LineBreaks): number {
  const measure: Measure = { lines: 0, words: 0, capitals: 0, digits: 0, symbols: 0, closed: 0, enjambed: 0 };
  for (const block of blocks) {
    const before = measure.lines;
    if (!measureLines(text, block, measure)) return 0;
    if (breaks === 'wrapped' && measure.lines > before + 1) return 0;
  }
  return looksLikeVerse(measure) ? measure.lines : 0;
}

/** Adds the lines of a block; false as soon as one is too long. */
function measureLines(text: string, block: Block, measure: Measure): boolean {
  let start = block.start;
  while (start < block.end) {
    const head = text.slice(start, Math.min(block.end, start + LONGEST_LINE + 1));
    const stop = head.indexOf('\n');
    const length = stop < 0 ? head.length : stop;
    if (length > LONGEST_LINE) return false;
    addLine(text, { start, end: start + length }, measure);
    start += length + 1;
  }
  return true;
}

function addLine(text: string, { start, end }: { start: number; end: number }, measure: Measure): void {
  const shape = measureShape(text, start, end);
  measure.lines += 1;
  measure.words += shape.words;
  measure.capitals += shape.capitals;
  if (shape.digits > 0) measure.digits += 1;
  if (shape.symbols > 0) measure.symbols += 1;
  if (shape.closed) measure.closed += 1;
  if (RUNNING_ON.includes(shape.last)) measure.enjambed += 1;
}

function looksLikeVerse({ lines, words, capitals, digits, symbols, closed, enjambed }: Measure): boolean {
  if (symbols > lines * MOST_WITH_SYMBOLS) return false;
  if (words < lines * LEAST_WORDS_A_LINE || words > lines * MOST_WORDS_A_LINE) return false;
  if (capitals > words * MOST_CAPITALS || digits > lines * MOST_WITH_DIGITS) return false;
  return closed <= lines * MOST_CLOSED && enjambed >= lines * LEAST_ENJAMBED;
}
