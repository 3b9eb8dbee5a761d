import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { RewordedDetect } from '../model/duplicate-detect.ts';
import { once } from '../text/once.ts';
import { orderedOverlap, weighOverlap } from '../text/similarity.ts';
import {
  countAlike,
  createTaken,
  describePair,
  differ,
  fitsLimits,
  isForm,
  isName,
  percent,
  placesOf,
  putCopyLast,
  type Place,
  type Taken,
} from './alike.ts';
import { compareSurroundings } from './copy-side.ts';
import type { Mechanism } from './detector.ts';
import { inDocumentScope, speaks } from './scope.ts';
import { boundOverlap, measureRarity, type Rarity } from './rarity.ts';
import { pairPlaces } from './shared-keys.ts';
import { createStemming, readUnits, type Stems, type Unit } from './stemmed-units.ts';

/** Stems two places must share to be compared at all. */
const FEWEST_SHARED = 2;

/**
 * Sentences and paragraphs that say again, in other words, what was said before: overlap of stems weighted by their rarity
 * in the document, longest common subsequence of stems, and agreement of names and numbers, which a rewording keeps.
 */
export const reworded: Mechanism<'reworded'> = {
  kind: 'reworded',
  compile: (rules) => {
    const stemWords = createStemming();
    const strictest = [...rules].sort((a, b) => b.detect.overlap - a.detect.overlap);
    return (analysis, earlier) => {
      const spoken = strictest.filter((rule) => inDocumentScope(rule, analysis) && speaks(rule, analysis.language));
      if (spoken.length === 0) return [];
      const stems = stemWords(analysis);
      const sentences = spoken.filter(({ detect }) => detect.unit === 'sentence');
      const blocks = spoken.filter(({ detect }) => detect.unit === 'block');
      const taken = createTaken(analysis, earlier);
      const amongSentences = findPairs(sentences, analysis, stems);
      const amongBlocks = findPairs(blocks, analysis, stems);
      const choose = (rule: Rule<RewordedDetect>, found: Found) => reportRule(rule, analysis, { ...found, taken });
      return [
        ...sentences.filter(isTogether).flatMap((rule) => choose(rule, amongSentences)),
        ...blocks.flatMap((rule) => choose(rule, amongBlocks)),
        ...sentences.filter((rule) => !isTogether(rule)).flatMap((rule) => choose(rule, amongSentences)),
      ];
    };
  },
};

function isTogether({ detect }: Rule<RewordedDetect>): boolean {
  return detect.together !== undefined;
}

/** Two units, the copy last, and how alike they are. */
interface Pair {
  readonly first: number;
  readonly second: number;
  readonly units: readonly [Unit, Unit];
  readonly overlap: number;
  /** Costly: asked last. */
  readonly order: () => number;
  readonly rare: number;
  readonly changed: number;
  readonly names: { readonly overlap: number; readonly shared: number; readonly rare: number };
}

interface Found {
  readonly pairs: readonly Pair[];
  /** How many others each unit is like. */
  readonly counts: ReadonlyMap<number, number>;
}

function findPairs(rules: readonly Rule<RewordedDetect>[], analysis: Analysis, stems: Stems): Found {
  const unit = rules[0]?.detect.unit;
  if (unit === undefined) return { pairs: [], counts: new Map() };
  const places = placesOf(analysis, rules, unit);
  const units = readUnits(analysis, places, stems);
  const pairs = weighPairs(rules, analysis, { units, stems });
  const alike = pairs.filter((pair) =>
    rules.some(({ detect }) => detect.order !== undefined && isReached(detect, pair)),
  );
  return { pairs, counts: countAlike(alike) };
}

interface Candidates extends Found {
  readonly taken: Taken;
}

function reportRule(rule: Rule<RewordedDetect>, analysis: Analysis, candidates: Candidates): Hit[] {
  const own = choosePairs(rule, analysis, candidates);
  if (own.length < (rule.detect.company ?? 1)) return [];
  const chosen = isTogether(rule) ? keepTogether(rule, analysis, own) : own;
  for (const { units } of chosen) candidates.taken.add(units[1]);
  return chosen.map((pair) => reportPair(rule, analysis, pair));
}

function choosePairs(rule: Rule<RewordedDetect>, analysis: Analysis, { pairs, counts, taken }: Candidates): Pair[] {
  const copies = new Set<Unit>();
  return pairs.filter((pair) => {
    const { units: two } = pair;
    if (!isReached(rule.detect, pair) || !fitsLimits(rule, analysis, two)) return false;
    if (copies.has(two[1]) || taken.has(two[1]) || isForm(rule.detect, counts, pair)) return false;
    if (differ(analysis, ...two).isForm) return false;
    copies.add(two[1]);
    return true;
  });
}

/** Reworded sentences that make up half of their block, and are several. */
function keepTogether({ detect }: Rule<RewordedDetect>, { blocks }: Analysis, pairs: readonly Pair[]): Pair[] {
  const inBlock = new Map<number, { count: number; words: number }>();
  for (const { units } of pairs) {
    const { count, words } = inBlock.get(units[1].block) ?? { count: 0, words: 0 };
    inBlock.set(units[1].block, { count: count + 1, words: words + units[1].stems.length });
  }
  return pairs.filter(({ units }) => {
    const features = blocks[units[1].block];
    const own = inBlock.get(units[1].block);
    if (features === undefined || own === undefined) return false;
    return own.count >= (detect.together ?? 1) && 2 * own.words >= features.wordEnd - features.wordStart;
  });
}

interface Stemmed {
  readonly units: readonly Unit[];
  readonly stems: Stems;
}

function weighPairs(rules: readonly Rule<RewordedDetect>[], analysis: Analysis, { units, stems }: Stemmed): Pair[] {
  const least = Math.min(...rules.map(({ detect }) => detect.overlap));
  const rarity = measureRarity(units, stems.size);
  const likely = pairPlaces(
    { places: units.map(({ content }) => content), counts: rarity.holders },
    FEWEST_SHARED,
    boundOverlap(units, rarity, least),
  );
  const contents = rememberEach(units, ({ content }) => new Set(content));
  const names = rememberEach(units, (unit) => namesOf(analysis, unit));
  const standsAside = compareSurroundings(analysis);
  return likely.flatMap(({ first, second }) => {
    const ofContents = [contents(first), contents(second)] as const;
    const { jaccard: overlap } = weighOverlap(...ofContents, rarity.weigh);
    if (overlap < least) return [];
    const ofNames = [names(first), names(second)] as const;
    const two = putCopyLast([units[first] as Unit, units[second] as Unit], standsAside);
    return [comparePair({ first, second, units: two, overlap, contents: ofContents, names: ofNames }, rarity)];
  });
}

/** Makes something of a unit the first time it is asked for: few units are ever compared. */
function rememberEach<T>(units: readonly Unit[], make: (unit: Unit) => T): (index: number) => T {
  const made = new Map<number, T>();
  return (index) => {
    const known = made.get(index);
    if (known !== undefined) return known;
    const fresh = make(units[index] as Unit);
    made.set(index, fresh);
    return fresh;
  };
}

type TwoSets = readonly [ReadonlySet<number>, ReadonlySet<number>];

interface Compared extends Pick<Pair, 'first' | 'second' | 'units' | 'overlap'> {
  readonly contents: TwoSets;
  readonly names: TwoSets;
}

function comparePair({ first, second, units, overlap, contents, names }: Compared, { weigh, holders }: Rarity): Pair {
  const [one, other] = contents;
  const isRare = (stem: number) => holders[stem] === 2;
  return {
    first,
    second,
    units,
    overlap,
    order: once(() => orderedOverlap(units[0].stems, units[1].stems)),
    rare: countShared(one, other, isRare),
    changed: Math.max(one.size, other.size) - countShared(one, other, () => true),
    names: {
      overlap: weighOverlap(...names, weigh).jaccard,
      shared: countShared(...names, () => true),
      rare: countShared(...names, isRare),
    },
  };
}

function countShared(
  first: ReadonlySet<number>,
  second: ReadonlySet<number>,
  counts: (item: number) => boolean,
): number {
  let shared = 0;
  for (const item of first) if (second.has(item) && counts(item)) shared += 1;
  return shared;
}

function namesOf({ words }: Analysis, unit: Unit): Set<number> {
  const names = new Set<number>();
  for (let word = unit.wordStart; word < unit.wordEnd; word += 1) {
    if (isName(words.flags[word] as number)) names.add(unit.stems[word - unit.wordStart] as number);
  }
  return names;
}

function isReached(detect: RewordedDetect, pair: Pair): boolean {
  const { overlap, order = 0, rare = 0, changed = Infinity } = detect;
  if (pair.overlap < overlap || pair.rare < rare || pair.changed > changed || !namesAgree(detect, pair)) return false;
  return order === 0 || pair.order() >= order;
}

function namesAgree({ names }: RewordedDetect, pair: Pair): boolean {
  if (names === undefined) return true;
  const { overlap, shared, rare = 0 } = names;
  return pair.names.overlap >= overlap && pair.names.shared >= shared && pair.names.rare >= rare;
}

function reportPair(rule: Rule<RewordedDetect>, analysis: Analysis, { units, overlap, order }: Pair): Hit {
  const [first, second]: readonly [Place, Place] = units;
  return {
    rule,
    start: second.start,
    end: second.end,
    values: { ...describePair(analysis, units, overlap), order: percent(order()) },
    related: [{ start: first.start, end: first.end }],
  };
}
