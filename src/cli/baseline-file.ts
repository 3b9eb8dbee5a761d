import { readFile } from 'node:fs/promises';
import type { Baseline, BaselineEntry } from '../report/baseline.ts';
import { UsageProblem } from '../settings/problem.ts';
import { createFileSink } from './file-sink.ts';

const VERSION = 1;

interface BaselineFile {
  readonly version: number;
  readonly documents: Readonly<Record<string, readonly BaselineEntry[]>>;
}

/** Reads a baseline file; one that is not there is an error unless it is about to be written. */
export async function readBaseline(path: string, mayBeMissing: boolean): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    if (mayBeMissing) return new Map();
    throw new UsageProblem(`cannot read the baseline ${path}; --update-baseline writes one`);
  }
  const file = parse(text, path);
  if (file.version !== VERSION)
    throw new UsageProblem(`${path}: version ${file.version} of the baseline is not known here`);
  return new Map(Object.entries(file.documents));
}

function parse(text: string, path: string): BaselineFile {
  try {
    const file = JSON.parse(text) as Partial<BaselineFile> | null;
    if (typeof file?.documents === 'object' && file.documents !== null) return { version: 0, ...file } as BaselineFile;
  } catch {
    // told below, in the words for both mistakes
  }
  throw new UsageProblem(`${path} is not a baseline; --update-baseline writes one`);
}

/** Writes the file so that a change of one document is a change of few lines. */
export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  const documents = [...baseline].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const sink = await createFileSink(path);
  try {
    await sink.write(`${JSON.stringify({ version: VERSION, documents: Object.fromEntries(documents) }, null, 2)}\n`);
    await sink.finish();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}
