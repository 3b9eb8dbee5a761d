import type { DocumentReport } from '../model/report.ts';
import { FAMILIES, type Family } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import type { LabelledDocument } from './labelled-record.ts';
import { createRandom } from './random.ts';

/** A figure and the bounds of its 95 % bootstrap interval over documents. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well the findings of a family cover what was labelled, weighed by code units. */
export interface FamilyScore {
  readonly family: Family;
  readonly documents: number;
  /** Labelled places of the family. */
  readonly places: number;
  readonly precision: Interval;
  readonly recall: Interval;
  readonly f1: Interval;
  /** Share of the sound text that findings cover. */
  readonly soundFlagged: Interval;
}

interface Counts {
  readonly hit: number;
  readonly missed: number;
  readonly wrong: number;
  readonly sound: number;
}

/** Compares reports with labels, family by family; families that nobody looked for are left out. */
export function evaluate(
  documents: readonly LabelledDocument[],
  audit: (source: Source) => DocumentReport,
): FamilyScore[] {
  const rows = new Map<Family, { counts: Counts[]; places: number }>();
  for (const document of documents) {
    const { findings } = audit({ id: document.id, text: document.text, format: document.format });
    for (const family of document.families) {
      const row = rows.get(family) ?? { counts: [], places: 0 };
      rows.set(family, row);
      row.places += document.labels.filter((label) => label.family === family).length;
      const own = findings.filter((finding) => finding.family === family);
      row.counts.push(countUnits(document, family, own));
    }
  }
  return FAMILIES.flatMap((family) => {
    const row = rows.get(family);
    return row === undefined ? [] : [scoreFamily(family, row)];
  });
}

const UNKNOWN = 1;
const LABELLED = 2;

function countUnits(
  { text, labels }: LabelledDocument,
  family: Family,
  findings: readonly { readonly start: number; readonly end: number }[],
): Counts {
  const gold = new Uint8Array(text.length);
  for (const { start, end, family: labelled } of labels) {
    if (labelled === null) gold.fill(UNKNOWN, start, end);
    else if (labelled === family) gold.fill(LABELLED, start, end);
  }
  const flagged = new Uint8Array(text.length);
  for (const { start, end } of findings) flagged.fill(1, start, end);
  const counts = { hit: 0, missed: 0, wrong: 0, sound: 0 };
  for (let at = 0; at < text.length; at += 1) {
    if (gold[at] === LABELLED) counts[flagged[at] === 1 ? 'hit' : 'missed'] += 1;
    else if (gold[at] !== UNKNOWN) counts[flagged[at] === 1 ? 'wrong' : 'sound'] += 1;
  }
  return counts;
}

function scoreFamily(family: Family, { counts, places }: { counts: readonly Counts[]; places: number }): FamilyScore {
  const measures = {
    precision: ({ hit, wrong }: Counts) => share(hit, hit + wrong),
    recall: ({ hit, missed }: Counts) => share(hit, hit + missed),
    f1: ({ hit, missed, wrong }: Counts) => share(2 * hit, 2 * hit + missed + wrong),
    soundFlagged: ({ wrong, sound }: Counts) => share(wrong, wrong + sound),
  };
  const draws = drawTotals(counts);
  const total = totalOf(counts);
  const interval = (measure: (counts: Counts) => number): Interval => spread(measure(total), draws.map(measure));
  return {
    family,
    documents: counts.length,
    places,
    precision: interval(measures.precision),
    recall: interval(measures.recall),
    f1: interval(measures.f1),
    soundFlagged: interval(measures.soundFlagged),
  };
}

/** Nothing of nothing is perfect recall and precision alike. */
function share(part: number, all: number): number {
  return all === 0 ? 1 : part / all;
}

const DRAWS = 400;
const SEED = 1;
const TAIL = 0.025;

function drawTotals(counts: readonly Counts[]): Counts[] {
  const random = createRandom(SEED);
  return Array.from({ length: DRAWS }, () =>
    totalOf(counts.map(() => counts[Math.floor(random() * counts.length)] as Counts)),
  );
}

function totalOf(counts: readonly Counts[]): Counts {
  const total = { hit: 0, missed: 0, wrong: 0, sound: 0 };
  for (const { hit, missed, wrong, sound } of counts) {
    total.hit += hit;
    total.missed += missed;
    total.wrong += wrong;
    total.sound += sound;
  }
  return total;
}

function spread(value: number, draws: readonly number[]): Interval {
  const sorted = [...draws].sort((a, b) => a - b);
  const at = (place: number): number => sorted[Math.floor(place * (sorted.length - 1))] as number;
  return { value, low: at(TAIL), high: at(1 - TAIL) };
}
