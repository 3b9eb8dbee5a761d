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
  const marks = inlines.flatMap((inline) => markOf(text, inline));
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

function markOf(text: string, inline: Inline): Mark[] {
  const { start, end } = trimInline(text, inline);
  if (start >= end) return [];
  const inside = text.slice(start, end);
  if (inline.kind === 'code') return [{ start, end, before: '', after: '', whole: codeSpan(inside) }];
  if (inline.kind === 'link') return linkMark({ start, end }, inside, inline.href ?? '');
  if (inline.kind !== 'emphasis' && inline.kind !== 'strong') return [];
  if (!opensMark(text, start) || !closesMark(text, end)) return [];
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
  const inWord = WORD.test(text.charAt(start - 1)) || WORD.test(text.charAt(end));
  return inWord ? '*' : '_';
}

const WORD = /[\p{L}\p{N}]/u;
const EDGE = /[\s\p{P}\p{S}]/u;

/** CommonMark's left-flanking run. */
function opensMark(text: string, start: number): boolean {
  return !EDGE.test(text.charAt(start)) || start === 0 || /\s/.test(text.charAt(start - 1));
}

/** CommonMark's right-flanking run. */
function closesMark(text: string, end: number): boolean {
  return !EDGE.test(text.charAt(end - 1)) || end === text.length || /\s/.test(text.charAt(end));
}

function trimInline(text: string, { start, end }: Inline): { start: number; end: number } {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text.charAt(first))) first += 1;
  while (last > first && /\s/.test(text.charAt(last - 1))) last -= 1;
  return { start: first, end: last };
}
