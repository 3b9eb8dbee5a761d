import type { Source } from '../model/source.ts';
import type { Cell } from './duckdb-library.ts';
import type { IndexStore } from './index-store.ts';
import { compareSketches, createSketcher } from './sketch.ts';

/** A member of a cluster and why it is one. */
export interface Member {
  readonly id: string;
  readonly words: number;
  /** The member it was found to be like, and how much; the first member has none. */
  readonly like?: string;
  readonly alike?: number;
}

/** Documents that are alike, directly or through one another, in the order in which they came. */
export interface Cluster {
  readonly cluster: number;
  readonly members: readonly Member[];
}

/** Clusters in the order of their first members. */
export async function* listClusters(store: IndexStore): AsyncGenerator<Cluster> {
  let open: { cluster: number; members: Member[] } | undefined;
  for await (const { cluster, member } of readMembers(store)) {
    if (open?.cluster === cluster) {
      open.members.push(member);
      continue;
    }
    if (open !== undefined) yield open;
    open = { cluster, members: [member] };
  }
  if (open !== undefined) yield open;
}

async function* readMembers({ engine }: IndexStore): AsyncGenerator<{ cluster: number; member: Member }> {
  const sql = `
    SELECT c.cluster, d.id, d.words, o.id AS likeId, l.alike
    FROM clusters c JOIN documents d USING (ordinal)
    LEFT JOIN (SELECT document, min_by(other, other) AS other, min_by(alike, other) AS alike FROM links GROUP BY document) l
      ON l.document = c.ordinal
    LEFT JOIN documents o ON o.ordinal = l.other
    ORDER BY c.cluster, c.ordinal`;
  for await (const [clusters = [], ids = [], words = [], likes = [], figures = []] of engine.chunks(sql)) {
    for (const [row, cluster] of clusters.entries()) {
      const member = { id: String(ids[row]), words: Number(words[row]) };
      const like = likes[row];
      const isLinked = typeof like === 'string';
      yield { cluster: Number(cluster), member: isLinked ? { ...member, like, alike: Number(figures[row]) } : member };
    }
  }
}

/** A document of the index that is like the one asked for. */
export interface Neighbour {
  readonly id: string;
  readonly alike: number;
}

/** The documents of the index that share a band with a text and are at least so similar, the most similar first. */
export async function findNear(store: IndexStore, source: Source, similarity: number): Promise<Neighbour[]> {
  const sketch = createSketcher(store.shape)(source);
  if (sketch.bands.length === 0) return [];
  const conditions = Array.from(sketch.bands, (key, band) => `band_${band} = ${key}`).join(' OR ');
  const found: Neighbour[] = [];
  const sql = `SELECT id, sketch FROM documents WHERE ${conditions} ORDER BY ordinal`;
  for await (const [ids = [], sketches = []] of store.engine.chunks(sql)) {
    ids.forEach((id, row) => {
      const alike = compareSketches(bytesOf(sketches[row]), sketch.bytes);
      if (alike >= similarity) found.push({ id: String(id), alike });
    });
  }
  return found.sort((a, b) => b.alike - a.alike);
}

/** A blob as the engine gives it. */
export function bytesOf(cell: Cell | undefined): Uint8Array {
  return cell instanceof Uint8Array ? cell : (cell as unknown as { readonly bytes: Uint8Array }).bytes;
}

export interface IndexStats {
  readonly documents: number;
  readonly words: number;
  readonly clusters: number;
  /** Documents that have an earlier one like them: what a collection would lose. */
  readonly duplicates: number;
  /** Documents not yet compared with the others. */
  readonly waiting: number;
  readonly bands: number;
  readonly rows: number;
  readonly shingle: number;
}

export async function readStats(store: IndexStore): Promise<IndexStats> {
  const sql = `SELECT count(*), coalesce(sum(words), 0), (SELECT count(DISTINCT cluster) FROM clusters),
    (SELECT count(*) FROM clusters) FROM documents`;
  const [row = []] = await store.engine.rows(sql);
  const [documents = 0, words = 0, clusters = 0, members = 0] = row.map(Number);
  return {
    documents,
    words,
    clusters,
    duplicates: members - clusters,
    waiting: await store.countWaiting(),
    ...store.shape,
  };
}

/** Writes the tables as Parquet files into a folder: what docs/duplicates.md describes. */
export async function exportParquet({ engine, shape }: IndexStore, folder: string): Promise<string[]> {
  const bands = Array.from({ length: shape.bands }, (_, band) => `band_${band}`).join(', ');
  const tables = {
    documents: 'SELECT ordinal, id, "check", words, length, sketch FROM documents ORDER BY ordinal',
    bands: `SELECT ordinal, replace(band, 'band_', '')::UTINYINT AS band, key
      FROM (UNPIVOT (SELECT ordinal, ${bands} FROM documents) ON ${bands} INTO NAME band VALUE key) ORDER BY band, key, ordinal`,
    links: 'SELECT document, other, alike FROM links ORDER BY document, other',
    clusters: 'SELECT ordinal, cluster FROM clusters ORDER BY cluster, ordinal',
  };
  const files: string[] = [];
  for (const [name, sql] of Object.entries(tables)) {
    const file = `${folder}/${name}.parquet`;
    await engine.run(`COPY (${sql}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
    files.push(file);
  }
  return files;
}
