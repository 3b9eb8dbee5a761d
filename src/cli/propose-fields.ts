import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** How the records of a folder's JSONL files seem to be laid out. */
export interface ProposedFields {
  readonly file: string;
  readonly textField: string;
  readonly idField?: string;
  readonly contentFormat: 'text' | 'html';
}

/** Enough of a file for its first record. */
const SAMPLE_BYTES = 262_144;
const ID_NAMES = ['id', '_id', 'uid', 'uuid', 'key', 'url', 'link', 'guid', 'slug'];

/** Looks at the first record of the first JSONL file of a folder; nothing when there is none that can be read. */
export async function proposeFields(folder: string): Promise<ProposedFields | undefined> {
  const names = await readdir(folder).catch(() => []);
  const [file] = names.filter((name) => /\.(?:jsonl|ndjson)$/.test(name)).sort();
  if (file === undefined) return undefined;
  const record = await firstRecord(join(folder, file)).catch(() => undefined);
  const texts = Object.entries(record ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const [longest] = texts.sort(([, a], [, b]) => b.length - a.length);
  if (longest === undefined) return undefined;
  const [textField, text] = texts.find(([name]) => name === 'text') ?? longest;
  const idField = ID_NAMES.find((name) => name !== textField && record?.[name] !== undefined);
  const contentFormat = /^\s*<(?:!doctype|html|body|div|p|h1)\b/i.test(text) ? 'html' : 'text';
  return { file, textField, contentFormat, ...(idField !== undefined && { idField }) };
}

async function firstRecord(path: string): Promise<Record<string, unknown> | undefined> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n');
    return JSON.parse(line) as Record<string, unknown>;
  } finally {
    await handle.close();
  }
}
