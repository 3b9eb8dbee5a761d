import type { Inline } from '../model/document.ts';
import { codeSpan, escapeMarkdown, linkTarget } from './escape-markdown.ts';

/** A piece of marked text: where it stands, and the marks around it. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** What stands for the whole range instead of its text. */
  readonly whole?: string;
}

/** Text with its emphasis, links and code as Markdown. Marks that a reader would not take for marks are left out. */
export function writeInlines(text: string, inlines: readonly Inline[]): string {
  const crowded = crowdedOffsets(inlines);
  const marks = inlines.toSorted(outermostFirst).flatMap((inline) => markOf(text, inline, crowded));
  const open: Mark[] = [];
  let out = '';
  let at = 0;
  const writeTo = (offset: number) => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= offset) {
      const mark = open.pop();
      if (mark === undefined) break;
      out += escapeMarkdown(text.slice(at, Math.max(at, mark.end))) + mark.after;
      at = Math.max(at, mark.end);
    }
    if (offset > at) out += escapeMarkdown(text.slice(at, offset));
    at = Math.max(at, offset);
  };
  for (const mark of marks) {
    if (mark.start < at) continue;
    writeTo(mark.start);
    if (mark.end > (open.at(-1)?.end ?? text.length)) continue;
    if (mark.whole === undefined) {
      out += mark.before;
      open.push(mark);
    } else {
      out += mark.whole;
      at = mark.end;
    }
  }
  writeTo(text.length);
  return out;
}

function markOf(text: string, inline: Inline, crowded: ReadonlySet<number>): Mark[] {
  const { start, end } = trimInline(text, inline);
  if (start >= end) return [];
  const inside = text.slice(start, end);
  if (inline.kind === 'code') return [{ start, end, before: '', after: '', whole: codeSpan(inside) }];
  if (inline.kind === 'link') return linkMark({ start, end }, inside, inline.href ?? '');
  if (inline.kind !== 'emphasis' && inline.kind !== 'strong') return [];
  if (!flanks(text.charAt(start - 1), text.charAt(start), crowded.has(start))) return [];
  if (!flanks(text.charAt(end), text.charAt(end - 1), crowded.has(end))) return [];
  const sign = inline.kind === 'strong' ? '**' : emphasisSign(text, start, end);
  return [{ start, end, before: sign, after: sign }];
}

function linkMark(span: { start: number; end: number }, inside: string, href: string): Mark[] {
  const target = linkTarget(href);
  if (target === '' || inside.includes('\n\n')) return [];
  return [{ ...span, before: '[', after: `](${target})` }];
}

/** Underscores keep apart from the asterisks of strong text, but mean nothing inside words. */
function emphasisSign(text: string, start: number, end: number): string {
  return isApart(text.charAt(start - 1)) && isApart(text.charAt(end)) ? '_' : '*';
}

function isApart(outside: string): boolean {
  return outside === '' || /[\s\p{P}]/u.test(outside);
}

/** Readers differ over halves of astral characters: they get no benefit of the doubt. */
const EDGE = /[\s\p{P}\p{S}\uD800-\uDFFF]/u;

/** CommonMark's left- and right-flanking runs: a mark with a word outside needs a letter inside, not another mark. */
function flanks(outside: string, inside: string, crowded: boolean): boolean {
  if (outside === '' || /\s/.test(outside)) return true;
  return isApart(outside) || (!crowded && !EDGE.test(inside));
}

/** Places where more than one mark stands. */
function crowdedOffsets(inlines: readonly Inline[]): Set<number> {
  const seen = new Set<number>();
  const crowded = new Set<number>();
  for (const { kind, start, end } of inlines) {
    if (kind === 'quotation' || kind === 'cell') continue;
    for (const offset of [start, end]) (seen.has(offset) ? crowded : seen).add(offset);
  }
  return crowded;
}

/** Of two marks around the same text the link is outside. */
function outermostFirst(one: Inline, other: Inline): number {
  return one.start - other.start || other.end - one.end || Number(other.kind === 'link') - Number(one.kind === 'link');
}

function trimInline(text: string, { start, end }: Inline): { start: number; end: number } {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text.charAt(first))) first += 1;
  while (last > first && /\s/.test(text.charAt(last - 1))) last -= 1;
  return { start: first, end: last };
}
