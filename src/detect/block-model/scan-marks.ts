import { once } from '../../text/once.ts';

/** What a character between or inside words says about its block; each is a column of counts. */
export const MARK = {
  none: 0,
  sentenceEnd: 1,
  comma: 2,
  colon: 3,
  separator: 4,
  slash: 5,
  currency: 6,
  address: 7,
  quote: 8,
  bracket: 9,
  copyright: 10,
  digit: 11,
  ellipsis: 12,
  space: 13,
} as const;
export const MARK_COUNT = 14;

const CHARACTERS: readonly (readonly [number, string])[] = [
  [MARK.sentenceEnd, '.!?。！？．｡؟۔।॥։෴።'],
  [MARK.comma, ',;，、；،؛'],
  [MARK.colon, ':：'],
  [MARK.separator, '|›»•·▸▶►→←‹«>↓↑↗+✕×✓★☆●■▪…'],
  [MARK.slash, '/\\'],
  [MARK.currency, '$€£¥₹₽₩₺₴฿%'],
  [MARK.address, '@#'],
  [MARK.quote, '"“”„‟‘’「」『』'],
  [MARK.bracket, '()[]{}（）【】'],
  [MARK.copyright, '©®™'],
  [MARK.digit, '0123456789'],
  [MARK.ellipsis, '…'],
  [MARK.space, ' \t\u00a0\n\r\u3000'],
];

const CODE_UNITS = 0x10000;

const markTable = once((): Uint8Array => {
  const table = new Uint8Array(CODE_UNITS);
  for (const [mark, characters] of CHARACTERS) for (const one of characters) table[one.charCodeAt(0)] = mark;
  return table;
});

/** `MARK` of one UTF-16 code unit. */
export function markOf(unit: number): number {
  return markTable()[unit] as number;
}

/** Longer blocks are prose whatever their rest holds. */
const MOST_SCANNED = 1_200;

/** Adds up the marks of `text[start, end)` in `counts`, which has `MARK_COUNT` entries. */
export function countMarks(text: string, span: { start: number; end: number }, counts: Uint16Array): void {
  const table = markTable();
  const end = Math.min(span.end, span.start + MOST_SCANNED);
  counts.fill(0);
  for (let at = span.start; at < end; at += 1) {
    const mark = table[text.charCodeAt(at)] as number;
    counts[mark] = (counts[mark] as number) + 1;
  }
}

/** How a block ends. */
export const END = {
  word: 0,
  sentence: 1,
  question: 2,
  exclamation: 3,
  colon: 4,
  comma: 5,
  ellipsis: 6,
  close: 7,
  other: 8,
  digit: 9,
} as const;

/** Whether an `END` is that of a sentence. */
export function closesSentence(end: number): boolean {
  return end === END.sentence || end === END.question || end === END.exclamation;
}

const CLOSERS = '"”’\'»)]）」』';

/** `END` of the block `text[start, end)`; closing quotation marks after a sentence's end belong to the sentence. */
export function endOf(text: string, start: number, end: number): number {
  let at = end - 1;
  while (at > start && CLOSERS.includes(text.charAt(at))) at -= 1;
  const last = text.charAt(at);
  const mark = markOf(last.charCodeAt(0));
  if (last === '…' || text.startsWith('...', at - 2)) return END.ellipsis;
  if (mark === MARK.sentenceEnd) return endOfSentence(last);
  if (at < end - 1) return END.close;
  return endOfOther(mark);
}

function endOfSentence(last: string): number {
  if ('?？؟'.includes(last)) return END.question;
  return '!！'.includes(last) ? END.exclamation : END.sentence;
}

function endOfOther(mark: number): number {
  if (mark === MARK.colon) return END.colon;
  if (mark === MARK.comma) return END.comma;
  if (mark === MARK.digit) return END.digit;
  return mark === MARK.none || mark === MARK.quote ? END.word : END.other;
}

/** How a block begins. */
export const BEGIN = { lower: 0, capital: 1, digit: 2, symbol: 3, caseless: 4 } as const;

/** `BEGIN` of a block by its first character; opening quotation marks are passed over. */
export function beginOf(text: string, start: number): number {
  let at = start;
  if (markOf(text.charCodeAt(at)) === MARK.quote) at += 1;
  const first = text.charAt(at);
  const mark = markOf(first.charCodeAt(0));
  if (mark === MARK.digit) return BEGIN.digit;
  if (mark !== MARK.none) return BEGIN.symbol;
  if (first.toLowerCase() !== first) return BEGIN.capital;
  if (first.toUpperCase() !== first) return BEGIN.lower;
  return first > '\u00ff' ? BEGIN.caseless : BEGIN.symbol;
}
