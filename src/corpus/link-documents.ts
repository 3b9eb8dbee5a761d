import { bytesOf } from './ask-index.ts';
import type { Cell } from './duckdb-library.ts';
import type { IndexStore, Link } from './index-store.ts';
import { compareSketches } from './sketch.ts';
import { UnionFind } from './union-find.ts';

/** Of the documents that share a band, each is compared with the first so many. */
const FIRST_IN_BAND = 4;

export interface LinkOptions {
  /** Least similarity of two linked documents, 0–1. */
  readonly similarity: number;
  /** Called after each band; may throw to stop: nothing is changed then. */
  readonly onBand?: (band: number) => Promise<void> | void;
}

/**
 * Compares the documents that came since the last time with all others, band by band, and writes links and clusters in one
 * transaction. Which documents are linked does not depend on how they were divided into runs: the pairs looked at are those
 * of each band's first documents, in order of their ordinals.
 */
export async function linkDocuments(store: IndexStore, { similarity, onBand }: LinkOptions): Promise<number> {
  const { engine, shape } = store;
  if ((await store.countWaiting()) === 0) return 0;
  const from = await store.readMeta('linkedTo');
  const sketches = await loadSketches(store);
  const sets = await loadClusters(store, sketches.count);
  const links: Link[] = [];
  const compare = (first: number, second: number): void => {
    if (sets.find(first) === sets.find(second)) return;
    const alike = compareSketches(sketches.of(first), sketches.of(second));
    if (alike < similarity) return;
    sets.join(first, second);
    links.push({ document: second, other: first, alike });
  };
  for (let band = 0; band < shape.bands; band += 1) {
    await walkBand(store, { band, from }, compare);
    await onBand?.(band);
  }
  await store.transaction(async () => {
    await engine.append(
      'links',
      links.map(({ document, other, alike }) => [document, other, alike]),
      ['uint32', 'uint32', 'double'],
    );
    await writeClusters(store, sets);
    await engine.run('DELETE FROM loose');
    await store.writeMeta('linkedTo', await store.nextOrdinal());
  });
  return links.length;
}

interface Sketches {
  readonly count: number;
  of(ordinal: number): Uint8Array;
}

/** All sketches by ordinal, in one table: 112 bytes a document with the usual shape. */
async function loadSketches(store: IndexStore): Promise<Sketches> {
  const width = store.shape.bands * store.shape.rows;
  const count = await store.nextOrdinal();
  const table = new Uint8Array(count * width);
  for await (const [ordinals = [], sketches = []] of store.engine.chunks('SELECT ordinal, sketch FROM documents')) {
    ordinals.forEach((ordinal, row) => table.set(bytesOf(sketches[row]), Number(ordinal) * width));
  }
  return { count, of: (ordinal) => table.subarray(ordinal * width, (ordinal + 1) * width) };
}

async function loadClusters({ engine }: IndexStore, count: number): Promise<UnionFind> {
  const sets = new UnionFind(count);
  for await (const [ordinals = [], clusters = []] of engine.chunks('SELECT ordinal, cluster FROM clusters')) {
    ordinals.forEach((ordinal, row) => sets.join(Number(ordinal), Number(clusters[row])));
  }
  return sets;
}

/** Pairs each document of a bucket that holds a waiting one with the bucket's first documents. */
async function walkBand(
  { engine }: IndexStore,
  { band, from }: { readonly band: number; readonly from: number },
  pair: (first: number, second: number) => void,
): Promise<void> {
  const key = `band_${band}`;
  const sql = `
    WITH buckets AS (
      SELECT ${key} AS key FROM documents WHERE ${key} IS NOT NULL GROUP BY ${key}
      HAVING count(*) > 1 AND (max(ordinal) >= ${from} OR bool_or(ordinal IN (SELECT ordinal FROM loose)))
    )
    SELECT key, ordinal FROM documents JOIN buckets ON ${key} = key ORDER BY key, ordinal`;
  let current: Cell | undefined;
  let firsts: number[] = [];
  for await (const [keys = [], ordinals = []] of engine.chunks(sql)) {
    ordinals.forEach((cell, row) => {
      const ordinal = Number(cell);
      if (keys[row] !== current) {
        current = keys[row];
        firsts = [];
      }
      for (const first of firsts) pair(first, ordinal);
      if (firsts.length < FIRST_IN_BAND) firsts.push(ordinal);
    });
  }
}

/** Documents that are alone have no row. */
async function writeClusters({ engine }: IndexStore, sets: UnionFind): Promise<void> {
  const members: number[] = [];
  const sql = `SELECT DISTINCT ordinal FROM (SELECT document AS ordinal FROM links UNION ALL SELECT other FROM links) ORDER BY 1`;
  for await (const [ordinals = []] of engine.chunks(sql)) for (const ordinal of ordinals) members.push(Number(ordinal));
  await engine.run('DELETE FROM clusters');
  await engine.append(
    'clusters',
    members.map((ordinal) => [ordinal, sets.find(ordinal)]),
    ['uint32', 'uint32'],
  );
}
