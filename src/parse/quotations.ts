import type { Inline } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** In Markdown and HTML back quotes are no marks of the text. */
export const QUOTATION_MARKS = '"“”„«»「」『』';
const TEXT_MARKS = `${QUOTATION_MARKS}\``;
const MOST_QUOTATION = 1000;
/** Which marks may close what a mark opened. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '`': '`',
};

/** Paired quotation marks (and back quotes, as code) inside each block, marks included; the outermost pair only. */
export function findQuotations(text: string, blocks: readonly Span[], marks = TEXT_MARKS): Inline[] {
  const inlines: Inline[] = [];
  const pattern = new RegExp(`[${marks}]`, 'g');
  let block = 0;
  let open = -1;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = match.index;
    block = blockAt(blocks, block, at);
    const start = blocks[block]?.start;
    if (start === undefined) break;
    if (at < start) continue;
    if (open < Math.max(start, at - MOST_QUOTATION)) open = -1;
    if (closes(text, open, at)) {
      inlines.push({ kind: match[0] === '`' ? 'code' : 'quotation', start: open, end: at + 1 });
      open = -1;
    } else if (opens(text, open, at)) open = at;
  }
  return inlines;
}

/** Index of the first block that ends after the offset, looked for from a known one onwards. */
function blockAt(blocks: readonly Span[], from: number, at: number): number {
  let block = from;
  while (block < blocks.length && (blocks[block]?.end ?? 0) <= at) block += 1;
  return block;
}

function closes(text: string, open: number, at: number): boolean {
  const mark = text.charAt(at);
  if (open < 0 || at - open < 2 || CLOSERS[text.charAt(open)]?.includes(mark) !== true) return false;
  return mark !== '"' || text.charCodeAt(at - 1) > 32;
}

/**
 * A straight mark after a digit is an inch, one before white space closes something that never opened. Where a mark is
 * open already the same mark opens anew: the first was never closed.
 */
function opens(text: string, open: number, at: number): boolean {
  const mark = text.charAt(at);
  if (open >= 0) return text.charAt(open) === mark;
  if (mark === '」' || mark === '』') return false;
  return !'"`”»'.includes(mark) || opensAmbiguously(text, at);
}

function opensAmbiguously(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next > 32 && next !== 0xa0 && (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)));
}
