import { WORD, type Analysis, type BlockFeatures } from '../../model/analysis.ts';

const SLOTS = 1 << 14;
const LEAST_LETTERS = 4;
/** Longer blocks are the prose itself. */
const MOST_WORDS = 40;
const UNKNOWN = -1;

/**
 * The share of each short block's telling words that the document's prose uses as well: high in headlines, captions and
 * sub-headings of the article, low in menus and in headlines of other articles. −1 where a block has no telling words.
 *
 * Words are remembered in a table of 16,384 slots by hash, so a strange word is taken for a known one now and then.
 */
export function measureEcho(analysis: Analysis, prose: Float32Array): Float32Array {
  const slots = new Uint8Array(SLOTS);
  analysis.blocks.forEach((block, index) => {
    if ((prose[index] as number) > 0) remember(analysis, block, slots);
  });
  return Float32Array.from(analysis.blocks, (block, index) => {
    const own = prose[index] as number;
    if (own > 0 || block.wordEnd - block.wordStart > MOST_WORDS) return UNKNOWN;
    return echoOf(analysis, block, slots);
  });
}

function remember({ words }: Analysis, { wordStart, wordEnd }: BlockFeatures, slots: Uint8Array): void {
  for (let word = wordStart; word < wordEnd; word += 1) {
    const slot = slotOf(words, word, wordEnd);
    if (slot >= 0) slots[slot] = 1;
  }
}

function echoOf({ words }: Analysis, { wordStart, wordEnd }: BlockFeatures, slots: Uint8Array): number {
  let telling = 0;
  let known = 0;
  for (let word = wordStart; word < wordEnd; word += 1) {
    const slot = slotOf(words, word, wordEnd);
    if (slot < 0) continue;
    telling += 1;
    known += slots[slot] as number;
  }
  return telling === 0 ? UNKNOWN : known / telling;
}

/** Telling words are long and not function words; in scripts without spaces, pairs of characters. */
function slotOf({ hashes, flags, starts, ends }: Analysis['words'], word: number, end: number): number {
  const flag = flags[word] as number;
  if ((flag & WORD.functional) !== 0) return -1;
  const hash = hashes[word] as number;
  if ((flag & WORD.ideograph) === 0) {
    return (ends[word] as number) - (starts[word] as number) < LEAST_LETTERS
      ? -1
      : (hash ^ (hash >>> 15)) & (SLOTS - 1);
  }
  if (word + 1 >= end || starts[word + 1] !== ends[word]) return -1;
  const pair = Math.imul(hash, 31) ^ (hashes[word + 1] as number);
  return (pair ^ (pair >>> 15)) & (SLOTS - 1);
}
