import type { Source } from '../model/source.ts';
import { forgetOrdinals } from './forget-documents.ts';
import type { IndexStore, StoredDocument } from './index-store.ts';
import { KnownIds } from './known-ids.ts';
import { checkOf, createSketcher } from './sketch.ts';

/** Documents written in one transaction; a killed run loses no more than the last unfinished batch. */
const BATCH_DOCUMENTS = 5_000;
const BATCH_CHARACTERS = 32_000_000;

export interface Added {
  added: number;
  /** The index held them already, unchanged. */
  known: number;
  /** The index held another text under their id. */
  replaced: number;
}

/** Adds documents in batches, each of them a transaction. Those that the index holds unchanged are not looked at again. */
export async function addDocuments(
  store: IndexStore,
  sources: AsyncIterable<Source> | Iterable<Source>,
  onBatch: (added: Readonly<Added>) => void = () => {},
): Promise<Added> {
  const total: Added = { added: 0, known: 0, replaced: 0 };
  const sketch = createSketcher(store.shape);
  const ids = await KnownIds.load(store);
  let batch = new Map<string, Source>();
  let characters = 0;
  let next = await store.nextOrdinal();
  const flush = async (): Promise<void> => {
    next = await writeBatch(store, [...batch.values()], { next, sketch, ids, total });
    batch = new Map();
    characters = 0;
    onBatch(total);
  };
  for await (const source of sources) {
    if (batch.has(source.id)) await flush();
    batch.set(source.id, source);
    characters += source.text.length;
    if (batch.size >= BATCH_DOCUMENTS || characters >= BATCH_CHARACTERS) await flush();
  }
  await flush();
  return total;
}

interface Progress {
  readonly next: number;
  readonly sketch: ReturnType<typeof createSketcher>;
  readonly ids: KnownIds;
  readonly total: Added;
}

/** Returns the ordinal of the next document. */
async function writeBatch(
  store: IndexStore,
  sources: readonly Source[],
  { next, sketch, ids, total }: Progress,
): Promise<number> {
  if (sources.length === 0) return next;
  const asked = sources.map(({ id }) => id).filter((id) => ids.mayHold(id));
  const known = asked.length > 0 ? await store.known(asked) : new Map<string, never>();
  const changed: number[] = [];
  const fresh: StoredDocument[] = [];
  for (const source of sources) {
    const check = checkOf(source);
    const stored = known.get(source.id);
    if (stored?.check === check) {
      total.known += 1;
      continue;
    }
    if (stored !== undefined) changed.push(stored.ordinal);
    fresh.push({
      ordinal: next + fresh.length,
      id: source.id,
      check,
      length: source.text.length,
      sketch: sketch(source),
    });
  }
  if (fresh.length === 0) return next;
  await store.transaction(async () => {
    if (changed.length > 0) await forgetOrdinals(store, changed);
    await store.insert(fresh);
  });
  total.replaced += changed.length;
  total.added += fresh.length - changed.length;
  return next + fresh.length;
}
