import { join, resolve } from 'node:path';
import { mkdir } from 'node:fs/promises';
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
  type IndexStats,
} from '../corpus/index.ts';
import { isUnreadable, type Source } from '../model/source.ts';
import { listInputs, readInput, READ_DEFAULTS, type ReadOptions } from '../read/index.ts';
import { UsageProblem } from '../settings/problem.ts';
import { listOf, type CommandContext } from './context.ts';
import { breathe, untilInterrupted } from './interrupt.ts';
import { STATUS } from './io.ts';
import { settleRun } from './settle-run.ts';
import { createStreamSink } from './stream-sink.ts';

/** Documents at least so alike are one cluster. */
const DEFAULT_SIMILARITY = 0.7;
const DEFAULT_INDEX = 'corpus.dross';
/** Where the shape of an index comes from when only some of its flags are given. */
const DEFAULT_SHAPE = { bands: 14, rows: 8, shingle: 5 };

/** What an action works with. */
interface Bench {
  readonly context: CommandContext;
  readonly store: IndexStore;
  readonly similarity: number;
  readonly words: readonly string[];
  readonly json: boolean;
  print(line: string): Promise<void>;
}

interface Action {
  readonly readOnly: boolean;
  run(bench: Bench): Promise<number>;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  add: { readOnly: false, run: runAdd },
  clusters: { readOnly: true, run: runClusters },
  near: { readOnly: true, run: runNear },
  forget: { readOnly: false, run: runForget },
  stats: { readOnly: true, run: runStats },
  export: { readOnly: true, run: runExport },
};

/** `dross corpus <action>`: keeps an index of near-duplicates on disk. Returns the exit status. */
export async function runCorpus(context: CommandContext): Promise<number> {
  const { io, values } = context;
  const action = ACTIONS[String(values['action'])];
  if (action === undefined) throw new UsageProblem(`corpus needs one of: ${Object.keys(ACTIONS).join(', ')}`);
  const similarity = numberOf(values['similarity'], DEFAULT_SIMILARITY);
  if (similarity <= 0 || similarity > 1) throw new UsageProblem('--similarity is a number above 0, at most 1');
  const path = resolve(io.cwd, String(values['index'] ?? DEFAULT_INDEX));
  const store = await IndexStore.open(path, {
    ...shapeOf(values),
    ...(typeof values['memory'] === 'number' && { memoryMegabytes: values['memory'] }),
    readOnly: action.readOnly,
  });
  const sink = createStreamSink(io.stdout, 'standard output');
  try {
    const print = (line: string) => sink.write(`${line}\n`);
    const words = listOf(values, 'paths');
    return await action.run({ context, store, similarity, words, json: values['json'] === true, print });
  } finally {
    store.close();
    await sink.finish();
  }
}

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function shapeOf(values: CommandContext['values']): { shape?: typeof DEFAULT_SHAPE } {
  const names = ['bands', 'rows', 'shingle'] as const;
  if (names.every((name) => values[name] === undefined)) return {};
  const shape = { ...DEFAULT_SHAPE };
  for (const name of names) {
    shape[name] = numberOf(values[name], shape[name]);
    if (!Number.isInteger(shape[name]) || shape[name] < 1 || shape[name] > 255) {
      throw new UsageProblem(`--${name} is a whole number from 1 to 255`);
    }
  }
  return { shape };
}

async function runAdd({ context, store, similarity, words, print }: Bench): Promise<number> {
  const failures = { count: 0 };
  const sources = readSources(context, words, failures);
  const { added, known, replaced } = await addDocuments(store, sources);
  await linkDocuments(store, { similarity, onBand: breathe });
  const { documents, clusters, duplicates } = await readStats(store);
  await print(`added ${added}, replaced ${replaced}, known before ${known}`);
  await print(`${documents} documents, ${duplicates} of them like an earlier one, in ${clusters} clusters`);
  return failures.count > 0 ? STATUS.impossible : STATUS.passed;
}

/** What cannot be read is told on standard error, the others go on. */
async function* readSources(
  { io, values }: CommandContext,
  paths: readonly string[],
  failures: { count: number },
): AsyncGenerator<Source> {
  const { settings } = await settleRun(values, io);
  const options: ReadOptions = { ...READ_DEFAULTS, ...settings.input };
  for (const input of await listInputs(paths, options, io)) {
    for await (const { result } of untilInterrupted(readInput(input, options, io), io.signal)) {
      if (!isUnreadable(result)) {
        yield result;
        continue;
      }
      failures.count += 1;
      io.stderr.write(`dross: ${result.error.message}\n`);
    }
  }
}

async function runClusters({ store, json, print }: Bench): Promise<number> {
  for await (const cluster of listClusters(store)) {
    await print(json ? JSON.stringify(cluster) : describeCluster(cluster));
  }
  return STATUS.passed;
}

function describeCluster({ members }: Cluster): string {
  const [first, ...others] = members;
  const lines = others.map(({ id, like, alike }) =>
    like === undefined ? `  ${id}` : `  ${id}  ${percent(alike ?? 0)} like ${like}`,
  );
  return [`${first?.id ?? ''}  (${members.length} documents)`, ...lines].join('\n');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

async function runNear({ context, store, similarity, words, json, print }: Bench): Promise<number> {
  const failures = { count: 0 };
  for await (const source of readSources(context, words, failures)) {
    const near = await findNear(store, source, similarity);
    if (json) await print(JSON.stringify({ id: source.id, near }));
    else for (const { id, alike } of near) await print(`${source.id}  ${percent(alike)} like ${id}`);
  }
  return failures.count > 0 ? STATUS.impossible : STATUS.passed;
}

async function runForget({ store, similarity, words, print }: Bench): Promise<number> {
  if (words.length === 0) throw new UsageProblem('corpus forget needs the ids of documents');
  const count = await forgetDocuments(store, words);
  await linkDocuments(store, { similarity });
  await print(`forgot ${count} of ${words.length}`);
  return count === words.length ? STATUS.passed : STATUS.failed;
}

async function runStats({ store, json, print }: Bench): Promise<number> {
  const stats = await readStats(store);
  await print(json ? JSON.stringify(stats) : describeStats(stats));
  return STATUS.passed;
}

function describeStats(stats: IndexStats): string {
  return [
    `${stats.documents} documents of ${stats.words} words`,
    `${stats.duplicates} of them like an earlier one, in ${stats.clusters} clusters`,
    ...(stats.waiting > 0 ? [`${stats.waiting} not compared yet: run "dross corpus add" again`] : []),
    `${stats.bands} bands of ${stats.rows} rows over ${stats.shingle} words`,
  ].join('\n');
}

async function runExport({ context, store, words, print }: Bench): Promise<number> {
  const folder = join(context.io.cwd, words[0] ?? 'corpus-parquet');
  await mkdir(folder, { recursive: true });
  for (const file of await exportParquet(store, folder)) await print(file);
  return STATUS.passed;
}
