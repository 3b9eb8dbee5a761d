import { C4_VARIANTS, c4Dolma, createC4 } from './c4.ts';
import { createFineWeb, createQuality, createRepetition, c4Paragraphs, TOKENIZERS } from './datatrove.ts';
import { dclm, refinedWeb } from './dclm.ts';
import { createDolma } from './dolma.ts';
import { KEEP, type Filter, type FilterReport } from './filter-report.ts';
import { nemo } from './nemo.ts';
import { redPajama } from './redpajama.ts';
import { dataJuicer, roots } from './roots.ts';

export type { FilterReport } from './filter-report.ts';

/**
 * Filters that published text corpora were made with, each named `rule@implementation`: projects that cite the same
 * paper measure different things.
 */
const FILTERS = {
  'gopher@datatrove': inTurn(createRepetition(TOKENIZERS.pieces), createQuality(TOKENIZERS.pieces)),
  'fineweb@datatrove': createFineWeb(TOKENIZERS.pieces),
  'c4@datatrove': createC4(C4_VARIANTS.datatrove),
  'c4-paragraphs@datatrove': c4Paragraphs,
  'c4@dolma': c4Dolma,
  'c4@tensorflow': createC4(C4_VARIANTS.tensorflow),
  'gopher@dolma-v1': createDolma(/\n/),
  'gopher@dolma-v2': createDolma(/\n+/),
  'gopher@redpajama-v2': redPajama,
  'gopher@nemo': nemo,
  'gopher@dclm': dclm,
  'refinedweb@dclm': refinedWeb,
  'quality@roots': roots,
  'quality@data-juicer': dataJuicer,
} as const satisfies Record<string, Filter>;

export type FilterProfile = keyof typeof FILTERS;

/** Names of all profiles. */
export const FILTER_PROFILES = Object.keys(FILTERS) as readonly FilterProfile[];

/** Two filters of a chain: the first that drops the text gives the verdict. */
function inTurn(first: Filter, second: Filter): Filter {
  return (text) => {
    const one = first(text);
    const two = second(text);
    return {
      measures: { ...one.measures, ...two.measures },
      verdict: one.verdict === KEEP ? two.verdict : one.verdict,
    };
  };
}

/**
 * What named filters make of a text.
 * @throws Error when there is no such profile
 */
export function measureFilters(text: string, profiles: readonly string[]): FilterReport[] {
  return profiles.map((profile) => {
    const filter = (FILTERS as Readonly<Record<string, Filter>>)[profile];
    if (filter === undefined)
      throw new Error(`there is no filter profile "${profile}"; there are ${FILTER_PROFILES.join(', ')}`);
    return { profile, ...filter(text) };
  });
}
