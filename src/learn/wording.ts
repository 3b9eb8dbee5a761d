import { UnionFind } from '../corpus/union-find.ts';
import { splitWords } from '../text/words.ts';

const SHINGLE = 3;
/** Texts that share this much of the shorter one's word triples are one wording. */
const SHARED = 0.3;
const FEWEST_SHARED = 2;

/**
 * Parts texts into folds so that no wording is in two of them: texts that share many word triples go together, large groups are
 * dealt out first, each to the fold that holds least.
 * @returns the fold of each text, 0 to `folds - 1`
 */
export function foldByWording(texts: readonly string[], folds: number): number[] {
  const groups = groupByWording(texts);
  const members = new Map<number, number[]>();
  groups.forEach((group, text) => members.set(group, [...(members.get(group) ?? []), text]));
  const sizes: number[] = Array.from({ length: folds }, () => 0);
  const result: number[] = Array.from({ length: texts.length }, () => 0);
  for (const [, list] of [...members].sort(([a, x], [b, y]) => y.length - x.length || a - b)) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] = (sizes[fold] as number) + list.length;
    for (const text of list) result[text] = fold;
  }
  return result;
}

/** Number of the wording of each text: that of the first text that is worded so. */
export function groupByWording(texts: readonly string[]): number[] {
  const shingles = texts.map(shinglesOf);
  const groups = new UnionFind(texts.length);
  for (let one = 0; one < texts.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      if (areAlike(shingles[one] as Set<string>, shingles[other] as Set<string>)) groups.join(one, other);
    }
  }
  return texts.map((_, text) => groups.find(text));
}

function shinglesOf(text: string): Set<string> {
  const { hashes } = splitWords(text);
  const last = Math.max(1, hashes.length - SHINGLE + 1);
  return new Set(Array.from({ length: last }, (_, at) => hashes.slice(at, at + SHINGLE).join(' ')));
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of shorter) if (longer.has(shingle)) shared += 1;
  return shared >= Math.min(FEWEST_SHARED, shorter.size) && shared >= SHARED * shorter.size;
}
