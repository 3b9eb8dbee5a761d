import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateTexts } from './documents.ts';
import { createJsonl } from './jsonl-file.ts';
import { runProgram, type Run } from './run-program.ts';

export interface NamedRun extends Run {
  readonly name: string;
  /** Documents or records a second. */
  readonly rate: number;
}

/** Files of a folder: with one job and two, and with a cache that is empty and one that is full. */
export async function measureFiles(bin: string, files: number): Promise<NamedRun[]> {
  return inFolder(async (folder) => {
    mkdirSync(join(folder, 'texts'));
    const texts = generateTexts(Math.min(files, 1_000), 21);
    for (let index = 0; index < files; index += 1) {
      // no two files alike, so that the cache knows none by another
      writeFileSync(join(folder, 'texts', `${index}.txt`), `Number ${index}\n\n${texts[index % texts.length]}`);
    }
    const check = ['check', 'texts', '--format', 'ndjson'];
    const runs: [name: string, argv: string[]][] = [
      ['one job', [...check, '--jobs', '1']],
      ['two jobs', [...check, '--jobs', '2']],
      ['as the program decides', check],
      ['an empty cache', [...check, '--jobs', '1', '--cache']],
      ['a full cache', [...check, '--jobs', '1', '--cache']],
    ];
    return inTurn(runs, files, { bin, folder });
  });
}

/** A long JSONL file of short records, once with one job and once with two. */
export async function measureRecords(bin: string, records: number): Promise<NamedRun[]> {
  return inFolder(async (folder) => {
    createJsonl(join(folder, 'records.jsonl'), records);
    const check = ['check', 'records.jsonl', '--format', 'ndjson'];
    return inTurn([['two jobs', [...check, '--jobs', '2']]], records, { bin, folder });
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dross-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Throws when two of the runs do not write the same bytes. */
async function inTurn(
  runs: readonly (readonly [name: string, argv: readonly string[]])[],
  documents: number,
  { bin, folder }: { bin: string; folder: string },
): Promise<NamedRun[]> {
  const done: NamedRun[] = [];
  for (const [name, argv] of runs) {
    const run = await runProgram(bin, argv, folder);
    done.push({ name, rate: documents / run.seconds, ...run });
    if (run.digest !== done[0]?.digest) throw new Error(`${name}: not the same bytes as ${done[0]?.name}`);
  }
  return done;
}
