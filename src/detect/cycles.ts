import type { Span } from '../model/span.ts';
import { numberKeys, type KeyNumbers } from '../text/key-numbers.ts';
import { hashRange } from '../text/shingles.ts';

export interface CycleLimits {
  readonly period: number;
  readonly cycles: number;
  readonly least: number;
}

/** Items `[from, to)` that repeat with a period; `period` is a typical one where it changes. */
export interface Cycle {
  readonly from: number;
  readonly to: number;
  readonly period: number;
}

const NOWHERE = -1;

/** For each item the key of the `size` items that end with it. */
function keysOf(items: Int32Array, size: number): Int32Array {
  const keys = new Int32Array(items.length);
  for (let at = 0; at < items.length; at += 1) keys[at] = hashRange(items, Math.max(0, at + 1 - size), at + 1);
  return keys;
}

/** Words by which the start of a new cycle is recognised. */
const KEY = 4;

/**
 * Stretches of exact period, in one pass. While a period holds, each item is compared with the one a period before; when it
 * breaks, the distance to the last place of the same few items is tried as the next period.
 */
export function findCycles(items: Int32Array, limits: CycleLimits): Cycle[] {
  const found: Cycle[] = [];
  const { numbers, counts } = numberKeys(keysOf(items, KEY));
  const last = new Int32Array(counts.length).fill(NOWHERE);
  let open: Cycle | undefined;
  for (let at = 0; at < items.length; at += 1) {
    if (open !== undefined && items[at] !== items[at - open.period])
      open = closeCycle(found, { ...open, to: at }, limits);
    const key = numbers[at] as number;
    const before = last[key] as number;
    last[key] = at;
    if (before !== NOWHERE && at - before <= limits.period)
      open ??= openCycle(items, { before, at, floor: found.at(-1)?.to ?? 0 }, limits);
  }
  if (open !== undefined) closeCycle(found, { ...open, to: items.length }, limits);
  return found;
}

/** Goes back to where the period began: no further than a loop can hide behind a broken one. */
function openCycle(
  items: Int32Array,
  { before, at, floor }: { readonly before: number; readonly at: number; readonly floor: number },
  limits: CycleLimits,
): Cycle {
  const period = at - before;
  const lowest = Math.max(floor, before - 2 * limits.period, 0);
  let from = before;
  while (from > lowest && items[from - 1] === items[from - 1 + period]) from -= 1;
  return { from, to: at + 1, period };
}

function closeCycle(found: Cycle[], cycle: Cycle, { least, cycles }: CycleLimits): undefined {
  if (cycle.to - cycle.from >= Math.max(least, cycles * cycle.period)) addCycle(found, cycle);
}

/** Cycles that touch are one loop whose period changed. */
function addCycle(found: Cycle[], cycle: Cycle): void {
  const previous = found.at(-1);
  if (previous !== undefined && cycle.from <= previous.to) found[found.length - 1] = { ...previous, to: cycle.to };
  else found.push(cycle);
}

const STUTTER_KEY = 3;
const NO_PLACES: readonly number[] = [];
const REWARD = 1;
const COST = 2;
const DROP = 24;

interface Stretch {
  readonly from: number;
  readonly distance: number;
  score: number;
  peak: number;
  to: number;
}

/**
 * Stretches in which the same few phrases come again in changing order or with a word exchanged: an item adds to a score
 * when the phrase that ends with it stood at least `cycles - 1` times within `period` items before, else it costs twice as
 * much; a stretch runs from the first place of its phrases to the peak of the score (X-drop, as in sequence alignment).
 */
export function findStutters(items: Int32Array, limits: CycleLimits): Cycle[] {
  const keys = numberKeys(keysOf(items, STUTTER_KEY).subarray(STUTTER_KEY - 1));
  return keys.counts.some((count) => count >= limits.cycles) ? traceStutters(items, keys, limits) : [];
}

function traceStutters(items: Int32Array, { numbers, counts }: KeyNumbers, limits: CycleLimits): Cycle[] {
  const found: Cycle[] = [];
  const places = new Map<number, number[]>();
  let open: Stretch | undefined;
  for (let at = STUTTER_KEY - 1; at < items.length; at += 1) {
    const key = numbers[at + 1 - STUTTER_KEY] as number;
    const frequent = (counts[key] as number) >= limits.cycles;
    const earlier = frequent ? placesWithin(places, key, { at, limits }) : NO_PLACES;
    const repeated = earlier.length >= limits.cycles;
    if (open === undefined && repeated) open = openStretch(earlier, at, found.at(-1)?.to ?? 0);
    if (open === undefined || !weigh(open, at, repeated)) continue;
    closeStretch(found, items, { stretch: open, limits });
    open = undefined;
  }
  if (open !== undefined) closeStretch(found, items, { stretch: open, limits });
  return found;
}

function openStretch(earlier: readonly number[], at: number, floor: number): Stretch {
  return {
    from: Math.max((earlier[0] as number) + 1 - STUTTER_KEY, floor),
    distance: Math.max(1, at - (earlier.at(-2) as number)),
    score: 0,
    peak: 0,
    to: at,
  };
}

/** Adds an item to the score; says whether the stretch has ended. */
function weigh(stretch: Stretch, at: number, repeated: boolean): boolean {
  stretch.score += repeated ? REWARD : -COST;
  if (stretch.score < stretch.peak) return stretch.score < stretch.peak - DROP || stretch.score < 0;
  stretch.peak = stretch.score;
  stretch.to = at + 1;
  return false;
}

function closeStretch(
  found: Cycle[],
  items: Int32Array,
  { stretch, limits }: { stretch: Stretch; limits: CycleLimits },
): void {
  const { from, to, peak, distance } = stretch;
  if (to - from < limits.least || 2 * peak < limits.least) return;
  addCycle(found, { from: findOnset(items, stretch, found.at(-1)?.to ?? 0), to, period: distance });
}

/** Items that may stand between phrases of a stutter. */
const GAP = 4;

/** Goes back over phrases that come again in the stretch. */
function findOnset(items: Int32Array, { from, to }: Stretch, floor: number): number {
  const phrases = new Set<number>();
  for (let at = from; at + STUTTER_KEY <= to; at += 1) phrases.add(hashRange(items, at, at + STUTTER_KEY));
  let onset = from;
  for (let at = from - 1; at >= floor && onset - at <= GAP; at -= 1) {
    if (phrases.has(hashRange(items, at, at + STUTTER_KEY))) onset = at;
  }
  return onset;
}

/** Adds a place of a phrase and gives the last few of it, this one included, that lie within reach. */
function placesWithin(
  places: Map<number, number[]>,
  key: number,
  { at, limits }: { readonly at: number; readonly limits: CycleLimits },
): readonly number[] {
  const list = places.get(key);
  if (list === undefined) {
    places.set(key, [at]);
    return [at];
  }
  list.push(at);
  if (list.length > limits.cycles) list.shift();
  return list.filter((place) => at - place <= limits.period);
}

/** Letters that only Latin-1 has, alone, are bytes of something that was no text. */
const LETTER = /[a-z]|(?![\u00a0-\u00ff])\p{L}/iu;

/** Cycles of letters inside a stretch without white space. */
export function findCharacterLoops(text: string, limits: CycleLimits): Span[] {
  const found: Span[] = [];
  for (const { start, end } of longStretches(text, Math.max(1, limits.least))) {
    const units = new Int32Array(end - start);
    for (let at = start; at < end; at += 1) units[at - start] = text.charCodeAt(at);
    for (const { from, to, period } of findCycles(units, limits)) {
      if (LETTER.test(text.slice(start + from, start + from + period)))
        found.push({ start: start + from, end: start + to });
    }
  }
  return found;
}

/** Stretches of at least `least` characters without white space: each holds one of the few places that are looked at. */
function longStretches(text: string, least: number): Span[] {
  const found: Span[] = [];
  let floor = 0;
  for (let at = least - 1; at < text.length; at = floor + least) {
    floor = at;
    if (isSpace(text, at)) continue;
    let start = at;
    while (start > 0 && !isSpace(text, start - 1)) start -= 1;
    while (floor < text.length && !isSpace(text, floor)) floor += 1;
    if (floor - start >= least) found.push({ start, end: floor });
  }
  return found;
}

const SPACE = /\s/;
const LAST_CONTROL = 0x20;
const FIRST_WIDE = 0x80;

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > LAST_CONTROL && unit < FIRST_WIDE ? false : SPACE.test(text.charAt(at));
}
