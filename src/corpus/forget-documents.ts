import type { IndexStore } from './index-store.ts';

/** Takes documents out of the index by id. Returns how many there were. */
export async function forgetDocuments(store: IndexStore, ids: readonly string[]): Promise<number> {
  const known = await store.known(ids);
  const ordinals = [...known.values()].map(({ ordinal }) => ordinal);
  if (ordinals.length > 0) await store.transaction(() => forgetOrdinals(store, ordinals));
  return ordinals.length;
}

/**
 * Within a transaction: takes documents out, and dissolves their clusters, whose other members are compared again at the next
 * linking. Their ordinals are not given to others.
 */
export async function forgetOrdinals(store: IndexStore, ordinals: readonly number[]): Promise<void> {
  const { engine } = store;
  await store.writeMeta('nextOrdinal', await store.nextOrdinal());
  await engine.run('CREATE OR REPLACE TEMP TABLE gone (ordinal UINTEGER)');
  await engine.append(
    'gone',
    ordinals.map((ordinal) => [ordinal]),
    ['uint32'],
  );
  await engine.run(`CREATE OR REPLACE TEMP TABLE dissolved AS
    SELECT ordinal FROM clusters WHERE cluster IN (SELECT cluster FROM clusters SEMI JOIN gone USING (ordinal))`);
  await engine.run(
    'DELETE FROM links WHERE document IN (SELECT ordinal FROM dissolved) OR other IN (SELECT ordinal FROM dissolved)',
  );
  await engine.run('DELETE FROM clusters WHERE ordinal IN (SELECT ordinal FROM dissolved)');
  await engine.run('DELETE FROM documents WHERE ordinal IN (SELECT ordinal FROM gone)');
  await engine.run('INSERT INTO loose SELECT ordinal FROM dissolved ANTI JOIN gone USING (ordinal)');
}
