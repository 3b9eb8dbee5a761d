import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { NearRepeatDetect } from '../model/duplicate-detect.ts';
import { once } from '../text/once.ts';
import { shingleHashes } from '../text/shingles.ts';
import { jaccard } from '../text/similarity.ts';
import {
  countAlike,
  createTaken,
  describePair,
  differ,
  fitsLimits,
  isForm,
  placesOf,
  putCopyLast,
  type Place,
} from './alike.ts';
import { compareSurroundings } from './copy-side.ts';
import type { Mechanism } from './detector.ts';
import { inDocumentScope } from './scope.ts';
import { findSharedPairs } from './shared-keys.ts';

/** Shingles two paragraphs must share to be compared at all. */
const FEWEST_SHARED = 3;

/** Paragraphs that repeat an earlier one with a few words changed (Broder's resemblance of word shingles). */
export const nearRepeat: Mechanism<'near-repeat'> = {
  kind: 'near-repeat',
  compile: (rules) => (analysis, earlier) => {
    const spoken = rules.filter((rule) => inDocumentScope(rule, analysis));
    return [...new Set(spoken.map((rule) => rule.detect.shingle))].flatMap((size) =>
      compareParagraphs(
        spoken.filter((rule) => rule.detect.shingle === size),
        analysis,
        { earlier, size },
      ),
    );
  },
};

interface Context {
  readonly earlier: readonly Hit[];
  readonly size: number;
}

function compareParagraphs(
  rules: readonly Rule<NearRepeatDetect>[],
  analysis: Analysis,
  { earlier, size }: Context,
): Hit[] {
  const places = placesOf(analysis, rules, 'block');
  const shingles = places.map((place) =>
    shingleHashes(analysis.words.hashes.subarray(place.wordStart, place.wordEnd), size),
  );
  const sets = shingles.map((own) => once(() => new Set(own)));
  const least = Math.min(...rules.map((rule) => rule.detect.similarity));
  const pairs = findSharedPairs(shingles, FEWEST_SHARED)
    .map((pair) => ({
      ...pair,
      alike: jaccard((sets[pair.first] as () => Set<number>)(), (sets[pair.second] as () => Set<number>)()),
    }))
    .filter(({ alike }) => alike >= least);
  const counts = countAlike(pairs);
  const taken = createTaken(analysis, earlier);
  const standsAside = compareSurroundings(analysis);
  const hits: Hit[] = [];
  for (const pair of pairs) {
    const two = putCopyLast([places[pair.first] as Place, places[pair.second] as Place], standsAside);
    const rule = rules.find((rule) => pair.alike >= rule.detect.similarity && fitsLimits(rule, analysis, two));
    if (rule === undefined || taken.has(two[1]) || isForm(rule.detect, counts, pair)) continue;
    if (differ(analysis, ...two).isForm) continue;
    taken.add(two[1]);
    hits.push({
      rule,
      start: two[1].start,
      end: two[1].end,
      values: describePair(analysis, two, pair.alike),
      related: [{ start: two[0].start, end: two[0].end }],
    });
  }
  return hits;
}
