import type { Analysis } from '../model/analysis.ts';
import type { CompositionMark } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { hashWord } from '../text/words.ts';
import { WORD } from '../model/analysis.ts';

export interface Mark<T> {
  readonly owner: T;
  readonly pattern: RegExp;
}

export interface MarkIndex<T> {
  readonly byHash: ReadonlyMap<number, readonly Mark<T>[]>;
  readonly digits: readonly Mark<T>[];
  readonly filter: Uint8Array;
}

export interface MarkMatch<T> extends Span {
  readonly owner: T;
}

const FILTER_SIZE = 0x10000;
const FILTER_MASK = FILTER_SIZE - 1;
const BEFORE = 160;
const BEHIND = 240;

export function compileMarks<T>(sources: readonly { owner: T; mark: CompositionMark }[]): MarkIndex<T> {
  const byHash = new Map<number, Mark<T>[]>();
  const digits: Mark<T>[] = [];
  const filter = new Uint8Array(FILTER_SIZE);
  for (const { owner, mark } of sources) {
    const compiled = { owner, pattern: new RegExp(mark.pattern, mark.exact === true ? 'gu' : 'giu') };
    for (const word of mark.words) {
      if (word === '#') digits.push(compiled);
      else {
        const hash = hashWord(word);
        filter[hash & FILTER_MASK] = 1;
        byHash.set(hash, [...(byHash.get(hash) ?? []), compiled]);
      }
    }
  }
  return { byHash, digits, filter };
}

/** All residue in a document, in order of the words that announced it. */
export function findMarks<T>(index: MarkIndex<T>, { document: { text }, words }: Analysis): MarkMatch<T>[] {
  const found: MarkMatch<T>[] = [];
  const seen = new Map<Mark<T>, number>();
  for (let at = 0; at < words.count; at += 1) {
    const hash = words.hashes[at] as number;
    const start = words.starts[at] as number;
    if (index.filter[hash & FILTER_MASK] === 1) for (const mark of index.byHash.get(hash) ?? []) tryMark(mark, start);
    if (((words.flags[at] as number) & WORD.digit) !== 0 && words.ends[at] !== start + 1)
      for (const mark of index.digits) tryMark(mark, start);
  }
  return found;

  function tryMark(mark: Mark<T>, at: number): void {
    if ((seen.get(mark) ?? -1) > at) return;
    const from = Math.max(0, at - BEFORE);
    const window = text.slice(from, at + BEHIND);
    for (const match of window.matchAll(mark.pattern)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (start <= at && end > at) {
        found.push({ owner: mark.owner, start, end });
        seen.set(mark, end);
        return;
      }
    }
  }
}
