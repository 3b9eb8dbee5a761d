import type { Span } from '../model/span.ts';
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

/** Words by which the start of a new cycle is recognised. */
const KEY = 4;

/**
 * Stretches of exact period, in one pass. While a period holds, each item is compared with the one a period before; when it
 * breaks, the distance to the last place of the same few items is tried as the next period.
 */
export function findCycles(items: Int32Array, limits: CycleLimits): Cycle[] {
  const found: Cycle[] = [];
  const last = new Map<number, number>();
  let open: Cycle | undefined;
  for (let at = 0; at < items.length; at += 1) {
    if (open !== undefined && items[at] !== items[at - open.period])
      open = closeCycle(found, { ...open, to: at }, limits);
    const key = hashRange(items, Math.max(0, at + 1 - KEY), at + 1);
    const before = last.get(key) ?? -Infinity;
    last.set(key, at);
    if (at - before <= limits.period) open ??= openCycle(items, { before, at, floor: found.at(-1)?.to ?? 0 }, limits);
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
  const found: Cycle[] = [];
  const places = new Map<number, number[]>();
  let open: Stretch | undefined;
  for (let at = STUTTER_KEY - 1; at < items.length; at += 1) {
    const earlier = placesWithin(places, hashRange(items, at + 1 - STUTTER_KEY, at + 1), { at, limits });
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

const LETTER = /\p{L}/u;

/** Cycles of letters inside a stretch without white space. */
export function findCharacterLoops(text: string, limits: CycleLimits): Span[] {
  const found: Span[] = [];
  for (const { index, 0: chunk } of text.matchAll(/\S+/g)) {
    if (chunk.length < limits.least) continue;
    const units = Int32Array.from({ length: chunk.length }, (_, at) => chunk.charCodeAt(at));
    for (const { from, to, period } of findCycles(units, limits)) {
      if (LETTER.test(chunk.slice(from, from + period))) found.push({ start: index + from, end: index + to });
    }
  }
  return found;
}
