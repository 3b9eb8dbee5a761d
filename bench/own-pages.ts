import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The `html` of each record of a JSONL file, which may be compressed by gzip. */
export function readPages(file: string): string[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { html: string }).html);
}
