import { isUnreadable } from '../model/source.ts';
import { readBatch, type Batch, type ReadFacts } from './batch.ts';
import type { DraftCache } from './draft-cache.ts';
import type { Drafted, Wanted } from './drafter.ts';
import type { Lanes } from './in-order.ts';

/** A document of a batch and what the cache knows of it. */
interface Looked {
  readonly item: Drafted['item'];
  /** Missing for what could not be read. */
  readonly key?: string;
  readonly known?: Drafted;
}

type LookedBatch = Batch & { readonly kind: 'items'; readonly looked: readonly Looked[] };

/** Reads batches here, since only who has the text can ask the cache, and puts what it knows beside each document. */
export async function* lookUp(
  batches: AsyncIterable<Batch>,
  cache: DraftCache,
  facts: ReadFacts,
): AsyncGenerator<LookedBatch> {
  for await (const batch of batches) {
    const looked = (await readBatch(batch, facts)).map(({ result, origin }) => ask(cache, { result, origin }));
    const { bytes, inputsDone } = batch;
    yield { kind: 'items', items: looked.map(({ item }) => item), looked, bytes, inputsDone };
  }
}

function ask(cache: DraftCache, item: Drafted['item']): Looked {
  if (isUnreadable(item.result)) return { item, known: { item } };
  const key = cache.keyOf(item.result);
  const found = cache.get(key, item.result.id);
  return found === undefined ? { item, key } : { item, key, known: { item, ...found } };
}

/** Lanes that only work on what the cache does not know, and tell it what they find out. */
export function withCache(lanes: Lanes, cache: DraftCache, wanted: Wanted): Lanes {
  const remember = ({ key }: Looked, drafted: Drafted): Drafted => {
    const { draft, imprint } = drafted;
    if (wanted === 'draft' && key !== undefined && draft && imprint) cache.put(key, { draft, imprint });
    return drafted;
  };
  const merge = (looked: readonly Looked[], results: readonly Drafted[]): Drafted[] => {
    const fresh = new Map(looked.filter(isMissing).map((one, at) => [one, results[at]]));
    return looked.flatMap((one) => {
      const drafted = fresh.get(one);
      return drafted === undefined ? (one.known ?? []) : remember(one, drafted);
    });
  };
  return {
    window: lanes.window,
    async *here(batch) {
      const looked = lookedOf(batch);
      const results: Drafted[] = [];
      for await (const drafted of lanes.here(itemsBatch(batch, looked.filter(isMissing)))) results.push(drafted);
      yield* merge(looked, results);
    },
    away(batch) {
      const looked = lookedOf(batch);
      const missing = looked.filter(isMissing);
      if (missing.length === 0) return Promise.resolve(merge(looked, []));
      return lanes.away(itemsBatch(batch, missing))?.then((results) => merge(looked, results));
    },
  };
}

function isMissing({ known }: Looked): boolean {
  return known === undefined;
}

function lookedOf(batch: Batch): readonly Looked[] {
  return (batch as LookedBatch).looked;
}

function itemsBatch({ bytes, inputsDone }: Batch, looked: readonly Looked[]): Batch {
  return { kind: 'items', items: looked.map(({ item }) => item), bytes, inputsDone };
}
