import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  LabelProblem,
  readLabelledRecord,
  type LabelledDocument,
  type LabelledHtml,
  type LabelledPage,
} from '../learn/index.ts';

export interface Labelled {
  readonly documents: readonly LabelledDocument[];
  /** The records that can be learned from, as they are. */
  readonly text: readonly LabelledPage[];
  readonly html: readonly LabelledHtml[];
}

/**
 * Reads labelled JSONL, plain or gzip, whole: labels are few.
 * @throws LabelProblem with file and line
 */
export function readLabelled(paths: readonly string[], cwd: string): Labelled {
  const documents: LabelledDocument[] = [];
  const text: LabelledPage[] = [];
  const html: LabelledHtml[] = [];
  for (const path of paths) {
    for (const { record, place } of readRecords(path, cwd)) {
      documents.push(readLabelledRecord(record, place));
      const raw = record as { lines?: unknown; spans?: unknown };
      if (raw.lines !== undefined)
        text.push({ ...(record as LabelledPage), set: (record as Partial<LabelledPage>).set ?? path });
      else if (raw.spans !== undefined) html.push(record as LabelledHtml);
    }
  }
  if (documents.length === 0)
    throw new LabelProblem('There are no labelled documents; name a JSONL file that holds some.');
  return { documents, text, html };
}

function readRecords(path: string, cwd: string): { record: unknown; place: string }[] {
  const file = resolve(cwd, path);
  if (!existsSync(file)) throw new LabelProblem(`${path}: no such file; name a JSONL file of labelled documents.`);
  const bytes = readFileSync(file);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text.split('\n').flatMap((line, index) => {
    const place = `${path}:${index + 1}`;
    return line.trim() === '' ? [] : [{ record: parseRecord(line, place), place }];
  });
}

function parseRecord(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new LabelProblem(`${place}: this line is not JSON; every line must be one labelled document.`);
  }
}
