import { WORD, type Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { AlikeLimits, NearRepeatDetect, RewordedDetect } from '../model/duplicate-detect.ts';
import type { Span } from '../model/span.ts';
import { compareLetterPairs } from '../text/letter-pairs-library.ts';
import { closesSentence, endOf } from './block-model/scan-marks.ts';
import { sayWhere, type StandsAside } from './copy-side.ts';
import { inBlockScope } from './scope.ts';

/** A place that may be compared with others. */
export interface Place extends Span {
  readonly block: number;
  readonly wordStart: number;
  readonly wordEnd: number;
}

const LONGEST_PLACE = 200;
const MOST_ALIKE = 1;

/** The blocks or sentences of a document that are as long as one of the rules wants them, in blocks that one looks at. */
export function placesOf(
  analysis: Analysis,
  rules: readonly Rule<NearRepeatDetect | RewordedDetect>[],
  unit: 'sentence' | 'block',
): Place[] {
  const places: Place[] = [];
  const least = Math.min(...rules.map(({ detect }) => detect.minWords));
  const fits = (length: number): boolean => length >= least && rules.some(({ detect }) => fitsWords(detect, length));
  analysis.document.blocks.forEach((block, index) => {
    const features = analysis.blocks[index];
    if (features === undefined || features.wordEnd - features.wordStart < least) return;
    if (!rules.some((rule) => inBlockScope(rule, analysis, block))) return;
    if (unit === 'block') {
      const { wordStart, wordEnd } = features;
      if (fits(wordEnd - wordStart))
        places.push({ start: block.start, end: block.end, block: index, wordStart, wordEnd });
      return;
    }
    const { starts, ends, wordStart, wordEnd } = analysis.sentences;
    for (let at = features.sentenceStart; at < features.sentenceEnd; at += 1) {
      if (!fits((wordEnd[at] as number) - (wordStart[at] as number))) continue;
      places.push({
        start: starts[at] as number,
        end: ends[at] as number,
        block: index,
        wordStart: wordStart[at] as number,
        wordEnd: wordEnd[at] as number,
      });
    }
  });
  return places;
}

export function lengthOf(place: Place): number {
  return place.wordEnd - place.wordStart;
}

/** Whether a place of so many words may take part in a pair at all. */
function fitsWords(limits: AlikeLimits, length: number): boolean {
  return length >= limits.minWords && length <= (limits.maxWords ?? LONGEST_PLACE);
}

/** Whether both places are long enough, of the right kind, far enough from one another and not quoted. */
export function fitsLimits(
  rule: Rule<NearRepeatDetect | RewordedDetect>,
  analysis: Analysis,
  places: readonly [Place, Place],
): boolean {
  const { kinds = ['paragraph'], apart = 0, quoted = false, ended = false } = rule.detect;
  const [first, second] = places;
  if (Math.abs(second.block - first.block) < apart || !fitsBalance(rule.detect, places)) return false;
  const { blocks, inlines, text } = analysis.document;
  return places.every((place) => {
    const block = blocks[place.block];
    if (block === undefined || !kinds.includes(block.kind) || !inBlockScope(rule, analysis, block)) return false;
    if (ended && !closesSentence(endOf(text, place.start, place.end))) return false;
    return quoted || !isQuoted(inlines, place);
  });
}

function fitsBalance(limits: AlikeLimits, places: readonly [Place, Place]): boolean {
  const [first, second] = places.map(lengthOf) as [number, number];
  if (!fitsWords(limits, first) || !fitsWords(limits, second)) return false;
  return Math.min(first, second) >= (limits.balance ?? 0) * Math.max(first, second);
}

const QUOTED_SHARE = 0.5;

/** The original and its copy: the copy is the later one, unless the earlier one stands aside. */
export function putCopyLast<P extends Place>(places: readonly [P, P], standsAside: StandsAside): readonly [P, P] {
  const [earlier, later] = places;
  return standsAside(earlier.block, later.block) ? [later, earlier] : places;
}

/** Whether more than half of a place stands in quotation marks. */
function isQuoted(inlines: Analysis['document']['inlines'], place: Span): boolean {
  let low = 0;
  let high = inlines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inlines[middle]?.start ?? 0) < place.start) low = middle + 1;
    else high = middle;
  }
  let inside = 0;
  for (let at = low; at < inlines.length; at += 1) {
    const inline = inlines[at];
    if (inline === undefined || inline.start >= place.end) break;
    if (inline.kind === 'quotation') inside += Math.min(inline.end, place.end) - inline.start;
  }
  return inside > QUOTED_SHARE * (place.end - place.start);
}

const NAME_OR_NUMBER = WORD.capital | WORD.upper;

/** Whether a word is a number, or has a capital that no sentence start explains. */
export function isName(flags: number): boolean {
  return (flags & WORD.digit) !== 0 || ((flags & NAME_OR_NUMBER) !== 0 && (flags & WORD.sentenceStart) === 0);
}

/** Words that stand in one place and not in the other. */
export interface Difference {
  /** Content words only in the first, only in the second, as written. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** All of them are names or numbers, and both places have some: a form filled in twice. */
  readonly isForm: boolean;
}

export function differ(analysis: Analysis, first: Place, second: Place): Difference {
  const one = onlyIn(analysis, first, second);
  const other = onlyIn(analysis, second, first);
  return {
    first: one.words,
    second: other.words,
    isForm: one.words.length > 0 && other.words.length > 0 && one.names && other.names,
  };
}

function onlyIn({ document, words }: Analysis, place: Place, other: Place): { words: string[]; names: boolean } {
  const known = new Set(words.hashes.subarray(other.wordStart, other.wordEnd));
  const found: string[] = [];
  let names = true;
  for (let word = place.wordStart; word < place.wordEnd; word += 1) {
    const flags = words.flags[word] as number;
    if ((flags & WORD.functional) !== 0 || known.has(words.hashes[word] as number)) continue;
    found.push(document.text.slice(words.starts[word], words.ends[word]));
    names &&= isName(flags);
  }
  return { words: found, names };
}

/** Counts for each place how many others are like it. */
export function countAlike(pairs: readonly { readonly first: number; readonly second: number }[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { first, second } of pairs) {
    counts.set(first, (counts.get(first) ?? 0) + 1);
    counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  return counts;
}

/** Whether so many places are alike that they are a form. */
export function isForm(
  limits: AlikeLimits,
  counts: ReadonlyMap<number, number>,
  pair: { first: number; second: number },
): boolean {
  const most = limits.most ?? MOST_ALIKE;
  return Math.max(counts.get(pair.first) ?? 0, counts.get(pair.second) ?? 0) > most;
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

const LONGEST_COMPARED = 1_000;
const MOST_WORDS_SHOWN = 4;

/** What a message can say of an original and its copy: `alike` and `letters` (two figures), `where` and `differs`. */
export function describePair(
  analysis: Analysis,
  [first, second]: readonly [Place, Place],
  alike: number,
): Hit['values'] & {} {
  const cut = ({ start, end }: Span) => analysis.document.text.slice(start, Math.min(end, start + LONGEST_COMPARED));
  const { first: gone, second: come } = differ(analysis, first, second);
  return {
    alike: percent(alike),
    letters: compareLetterPairs(cut(first), cut(second)).toFixed(2),
    where: sayWhere(second, first),
    differs: gone.length + come.length === 0 ? 'nothing but small words' : `${show(gone)} → ${show(come)}`,
  };
}

function show(words: readonly string[]): string {
  if (words.length === 0) return '(nothing)';
  const shown = words.slice(0, MOST_WORDS_SHOWN).join(' ');
  return words.length > MOST_WORDS_SHOWN ? `${shown} …` : shown;
}

/** Marks the words that findings cover, so that a place is reported once. */
export interface Taken {
  has(place: Place): boolean;
  add(place: Place): void;
}

export function createTaken({ words }: Analysis, hits: readonly Hit[]): Taken {
  const marks = new Uint8Array(words.count);
  for (const hit of hits) {
    if (hit.rule.family !== 'duplicate') continue;
    for (let word = firstWordFrom(words.starts, hit.start); word < words.count; word += 1) {
      if ((words.starts[word] as number) >= hit.end) break;
      marks[word] = 1;
    }
  }
  return {
    has: ({ wordStart, wordEnd }) => marks.subarray(wordStart, wordEnd).includes(1),
    add: ({ wordStart, wordEnd }) => void marks.fill(1, wordStart, wordEnd),
  };
}

function firstWordFrom(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
