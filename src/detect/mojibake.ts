import type { Hit } from '../model/finding.ts';
import type { RuleOf } from '../model/rule.ts';
import { findMisdecoded, MISTAKEN_ENCODINGS, type Misdecoded, type MistakenEncoding } from '../text/misdecoding.ts';
import type { Mechanism } from './detector.ts';

/** Finds UTF-8 that was read in another encoding, once or several times, and gives the repaired text as the fix. */
export const mojibake: Mechanism<'mojibake'> = {
  kind: 'mojibake',
  compile(rules) {
    const [rule] = rules;
    if (rule === undefined) return () => [];
    return ({ document }) => findStretches(document.text).map((stretch) => describe(document.text, rule, stretch));
  },
};

interface Stretch extends Misdecoded {
  readonly encoding: MistakenEncoding;
}

const HIGH = /[\u0080-\uffff]{2}/;
/** Strong stretches that make the weak ones of the same document believable. */
const EVIDENCE = 2;
/** Rarer mistakes ask for more: their leading characters are letters of honest languages. */
const RARE_EVIDENCE = 3;
const MOST_MERGED = 200;

function findStretches(text: string): Stretch[] {
  if (!HIGH.test(text)) return [];
  const chosen: Stretch[] = [];
  for (const encoding of MISTAKEN_ENCODINGS) {
    const runs = findMisdecoded(text, encoding);
    const strong = runs.filter((run) => run.strong && !isQuoted(text, run));
    const rare = encoding === 'windows-1250' || encoding === 'macintosh';
    if (rare && new Set(strong.map((run) => run.repaired)).size < RARE_EVIDENCE) continue;
    const believed = strong.length >= EVIDENCE ? runs : strong;
    chosen.push(...believed.filter((run) => !overlapsAny(chosen, run)).map((run) => ({ ...run, encoding })));
    chosen.sort((a, b) => a.start - b.start);
  }
  return merge(text, chosen);
}

/** Someone speaks about the characters. */
function isQuoted(text: string, { start, end }: Misdecoded): boolean {
  return /["'“‘«„`]/.test(text.charAt(start - 1)) && /["'”’»“`]/.test(text.charAt(end));
}

function overlapsAny(sorted: readonly Stretch[], run: Misdecoded): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Stretch).end <= run.start) low = middle + 1;
    else high = middle;
  }
  const next = sorted[low];
  return next !== undefined && next.start < run.end;
}

/** Neighbours parted by a single space or mark become one finding of bearable length. */
function merge(text: string, stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const next of stretches) {
    const last = merged.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, next.start);
    if (last !== undefined && joins(last, next, gap)) merged[merged.length - 1] = join(last, next, gap);
    else merged.push(next);
  }
  return merged;
}

function joins(last: Stretch, next: Stretch, gap: string): boolean {
  if (last.encoding !== next.encoding || next.end - last.start > MOST_MERGED) return false;
  return gap.length <= 2 && /^[^\p{L}\p{N}\n]*$/u.test(gap);
}

function join(last: Stretch, next: Stretch, gap: string): Stretch {
  return {
    ...last,
    end: next.end,
    repaired: last.repaired + gap + next.repaired,
    times: Math.max(last.times, next.times),
  };
}

const TIMES = ['', '', ' twice', ' three times'];

function describe(text: string, rule: RuleOf<'mojibake'>, { start, end, repaired, encoding, times }: Stretch): Hit {
  const values = { found: text.slice(start, end), encoding: encoding + (TIMES[times] ?? ''), repaired };
  return { rule, start, end, fix: repaired, values };
}
