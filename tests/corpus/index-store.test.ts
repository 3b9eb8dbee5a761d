import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addDocuments,
  exportParquet,
  findNear,
  forgetDocuments,
  IndexStore,
  linkDocuments,
  listClusters,
  readStats,
  type Cluster,
} from '../../src/corpus/index.ts';
import type { Source } from '../../src/model/source.ts';
import { generateDocuments } from './texts.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dross-corpus-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SIMILARITY = 0.7;
const at = (name: string) => join(folder, name);

async function withStore<T>(name: string, work: (store: IndexStore) => Promise<T>): Promise<T> {
  const store = await IndexStore.open(at(name));
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

async function clustersOf(store: IndexStore): Promise<Cluster[]> {
  const clusters: Cluster[] = [];
  for await (const cluster of listClusters(store)) clusters.push(cluster);
  return clusters;
}

const membersOf = (clusters: readonly Cluster[]) => clusters.map(({ members }) => members.map(({ id }) => id));

async function buildAtOnce(name: string, sources: readonly Source[]): Promise<Cluster[]> {
  return withStore(name, async (store) => {
    await addDocuments(store, sources);
    await linkDocuments(store, { similarity: SIMILARITY });
    return clustersOf(store);
  });
}

describe('an index', () => {
  const sources = [...generateDocuments(400)];

  test('finds the copies that were made, and says like what and how much', async () => {
    const clusters = await buildAtOnce('a', sources);
    expect(clusters.length).toBeGreaterThan(30);
    for (const { members } of clusters) {
      expect(members.length).toBeGreaterThan(1);
      expect(members[0]?.like).toBeUndefined();
      for (const { like, alike } of members.slice(1)) {
        expect(members.map(({ id }) => id)).toContain(like);
        expect(alike).toBeGreaterThanOrEqual(SIMILARITY);
      }
    }
  });

  test('gives the same clusters however the documents were divided into runs', async () => {
    const atOnce = await buildAtOnce('a', sources);
    for (const part of [sources.slice(0, 150), sources.slice(100, 300), sources]) await buildAtOnce('b', part);
    expect(await withStore('b', clustersOf)).toEqual(atOnce);
  });

  test('does not look again at what it holds unchanged, and replaces what changed', async () => {
    await buildAtOnce('a', sources);
    const changed = sources.map((source, number) =>
      number === 7 ? { ...source, text: 'something else now' } : source,
    );
    const again = await withStore('a', (store) => addDocuments(store, changed));
    expect(again).toEqual({ added: 0, known: 399, replaced: 1 });
    expect(await withStore('a', readStats)).toMatchObject({ documents: 400 });
  });

  test('after forgetting is as if the document had never been there', async () => {
    const clusters = await buildAtOnce('a', sources);
    const largest = [...clusters].sort((a, b) => b.members.length - a.members.length)[0] as Cluster;
    const gone = (largest.members[0] as { id: string }).id;
    const forgotten = await withStore('a', async (store) => {
      expect(await forgetDocuments(store, [gone, 'nobody'])).toBe(1);
      await linkDocuments(store, { similarity: SIMILARITY });
      return membersOf(await clustersOf(store));
    });
    expect(forgotten).toEqual(
      membersOf(
        await buildAtOnce(
          'b',
          sources.filter(({ id }) => id !== gone),
        ),
      ),
    );
  });

  test('knows what is near a text, also one that it does not hold', async () => {
    await buildAtOnce('a', sources);
    const near = await withStore('a', (store) => {
      const { text } = sources[5] as Source;
      return findNear(store, { id: 'new', text: `${text} And a last sentence.`, format: 'text' }, SIMILARITY);
    });
    expect(near[0]?.id).toBe('d5');
    expect(near[0]?.alike).toBeGreaterThan(0.9);
  });

  test('documents without words are copies of nothing', async () => {
    const empty = ['x', 'y', 'z'].map((id) => ({ id, text: ' — ', format: 'text' as const }));
    expect(await buildAtOnce('a', empty)).toEqual([]);
    expect(await withStore('a', (store) => findNear(store, empty[0] as Source, 0))).toEqual([]);
  });

  test('leaves as Parquet', async () => {
    await buildAtOnce('a', sources);
    const files = await withStore('a', (store) => exportParquet(store, folder));
    expect(files.map((file) => statSync(file).size > 0)).toEqual([true, true, true, true]);
    const counts = await withStore('b', (store) =>
      Promise.all(files.map((file) => store.engine.rows(`SELECT count(*) FROM '${file}'`))),
    );
    expect(counts.slice(0, 2).map((rows) => Number(rows[0]?.[0]))).toEqual([400, 400 * 14]);
  });
});

function stop(): void {
  throw new Error('stopped');
}

describe('a bad index', () => {
  test('is refused with a word on what to do', async () => {
    writeFileSync(at('text'), 'These are not the tables you are looking for. '.repeat(500));
    await expect(IndexStore.open(at('text'))).rejects.toThrow(/not an index of dross, or it is damaged/);
    await expect(IndexStore.open(join(folder, 'no', 'such', 'folder'))).rejects.toThrow(/cannot be opened/);
    await withStore('cut', (store) => addDocuments(store, generateDocuments(300)));
    truncateSync(at('cut'), 20_000);
    await expect(IndexStore.open(at('cut')).then(readStats)).rejects.toThrow(/it is damaged/);
    await withStore('other', (store) => store.engine.run("UPDATE meta SET value = '99' WHERE key = 'format'"));
    await expect(IndexStore.open(at('other'))).rejects.toThrow(/format 99, this version of dross writes 1/);
    await withStore('good', async () => {});
    await expect(IndexStore.open(at('good'), { shape: { bands: 20, rows: 5, shingle: 5 } })).rejects.toThrow(
      /made with 14 bands of 8 rows over 5 words/,
    );
  });

  test('an interrupted linking leaves the index as it was', async () => {
    const sources = [...generateDocuments(200)];
    await withStore('a', async (store) => {
      await addDocuments(store, sources);
      await expect(linkDocuments(store, { similarity: SIMILARITY, onBand: stop })).rejects.toThrow('stopped');
      expect(await readStats(store)).toMatchObject({ documents: 200, waiting: 200, clusters: 0 });
    });
    const resumed = await buildAtOnce('a', sources);
    expect(resumed).toEqual(await buildAtOnce('b', sources));
  });
});
