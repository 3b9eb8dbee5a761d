import type { Analysis } from '../model/analysis.ts';
import type { Document } from '../model/document.ts';
import type { CompositionMark } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { toPlain } from '../parse/offset-map.ts';
import { addHash, createHashFilter, mayHold, type HashFilter } from '../text/hash-filter.ts';
import { hashWord } from '../text/words.ts';
import { WORD } from '../model/analysis.ts';

export interface Mark<T> {
  readonly owner: T;
  readonly pattern: RegExp;
  readonly near: string;
}

export interface MarkIndex<T> {
  readonly byHash: ReadonlyMap<number, readonly Mark<T>[]>;
  /** Tried on words of digits and letters, … */
  readonly digits: readonly Mark<T>[];
  /** … and on those right behind a plus sign. */
  readonly counts: readonly Mark<T>[];
  readonly filter: HashFilter;
  readonly raw: RawMarks<T>;
}

interface RawMarks<T> {
  readonly marks: readonly { readonly literal: string; readonly mark: Mark<T> }[];
  /** Any of the literals: one pass over a source takes a quarter of the time that a search for each would. */
  readonly any: RegExp;
}

/** Offsets are of the text; `source` tells where residue stands that is not in the text. */
export interface MarkMatch<T> extends Span {
  readonly owner: T;
  readonly source?: Span;
}

const BEFORE = 160;
const BEHIND = 240;

export function compileMarks<T>(sources: readonly { owner: T; mark: CompositionMark }[]): MarkIndex<T> {
  const byHash = new Map<number, Mark<T>[]>();
  const digits: Mark<T>[] = [];
  const counts: Mark<T>[] = [];
  const filter = createHashFilter();
  const raw: { literal: string; mark: Mark<T> }[] = [];
  for (const { owner, mark } of sources) {
    const compiled = {
      owner,
      pattern: new RegExp(mark.pattern, mark.exact === true ? 'gu' : 'giu'),
      near: mark.near ?? '',
    };
    for (const literal of mark.raw ?? []) raw.push({ literal, mark: compiled });
    for (const word of mark.words) {
      if (word === '#') digits.push(compiled);
      else if (word === '+#') counts.push(compiled);
      else {
        const hash = hashWord(word);
        addHash(filter, hash);
        byHash.set(hash, [...(byHash.get(hash) ?? []), compiled]);
      }
    }
  }
  return { byHash, digits, counts, filter, raw: { marks: raw, any: matchAny(raw.map(({ literal }) => literal)) } };
}

function matchAny(literals: readonly string[]): RegExp {
  return new RegExp(literals.map((literal) => literal.replace(/[^\w<>=-]/g, '\\$&')).join('|') || NOTHING, 'g');
}

const NOTHING = '(?!)';

/** All residue in a document, in order of the words that announced it. */
export function findMarks<T>(index: MarkIndex<T>, { document: { text }, words }: Analysis): MarkMatch<T>[] {
  const found: MarkMatch<T>[] = [];
  const seen = new Map<Mark<T>, number>();
  for (let at = 0; at < words.count; at += 1) {
    const hash = words.hashes[at] as number;
    const start = words.starts[at] as number;
    if (mayHold(index.filter, hash)) for (const mark of index.byHash.get(hash) ?? []) tryMark(mark, start);
    if (((words.flags[at] as number) & WORD.digit) === 0 || !mixesDigits(text, start, words.ends[at] as number))
      continue;
    for (const mark of index.digits) tryMark(mark, start);
    if (text.charCodeAt(start - 1) === PLUS) for (const mark of index.counts) tryMark(mark, start);
  }
  return found;

  function tryMark(mark: Mark<T>, at: number): void {
    if ((seen.get(mark) ?? -1) > at) return;
    const span = matchAround(mark, text, at);
    if (span === undefined) return;
    found.push({ owner: mark.owner, ...span });
    seen.set(mark, span.end);
  }
}

const PLUS = 0x2b;

/** A number has digits at both ends; so have few of the words that machines make. */
function mixesDigits(text: string, start: number, end: number): boolean {
  return !(isDigit(text.charCodeAt(start)) && isDigit(text.charCodeAt(end - 1)));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Residue that the markup keeps out of the text. */
export function findRawMarks<T>({ raw }: MarkIndex<T>, { document }: Analysis): MarkMatch<T>[] {
  if (document.map === undefined) return [];
  const places = findLiterals(raw, document.source.text);
  if (places.length === 0) return [];
  return raw.marks.flatMap((one) => findRawMark(document, one, places));
}

function findRawMark<T>(
  document: Document,
  { literal, mark }: RawMarks<T>['marks'][number],
  places: readonly number[],
): MarkMatch<T>[] {
  const found: MarkMatch<T>[] = [];
  let next = 0;
  for (const at of places) {
    if (at < next || !document.source.text.startsWith(literal, at)) continue;
    const match = isVisible(document, at, literal) ? undefined : matchBeside(document, mark, at);
    if (match !== undefined) found.push(match);
    next = Math.max(at + literal.length, match?.source?.end ?? 0);
  }
  return found;
}

function matchBeside<T>(document: Document, mark: Mark<T>, at: number): MarkMatch<T> | undefined {
  const source = matchAround(mark, document.source.text, at);
  return source && { owner: mark.owner, ...besideIt(document, source), source };
}

/** Where any of the literals stands, in order. */
function findLiterals<T>({ any }: RawMarks<T>, source: string): number[] {
  const places: number[] = [];
  any.lastIndex = 0;
  for (let match = any.exec(source); match !== null; match = any.exec(source)) {
    places.push(match.index);
    any.lastIndex = match.index + 1;
  }
  return places;
}

function isVisible(document: Document, at: number, literal: string): boolean {
  const plain = toPlain(document, { start: at, end: at + literal.length });
  return plain.end > plain.start;
}

/** A span of the text, one code unit at least, next to something that is not in it. */
function besideIt(document: Document, span: Span): Span {
  const { start, end } = toPlain(document, span);
  const first = Math.max(0, Math.min(start, document.text.length - 1));
  return { start: first, end: Math.max(end, first + 1) };
}

function matchAround<T>({ pattern, near }: Mark<T>, text: string, at: number): Span | undefined {
  const from = Math.max(0, at - BEFORE);
  const window = text.slice(from, at + BEHIND);
  if (!window.includes(near)) return undefined;
  for (const match of window.matchAll(pattern)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start <= at && end > at) return { start, end };
  }
  return undefined;
}
