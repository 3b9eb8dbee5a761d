import { closeSync, openSync, writeSync } from 'node:fs';
import { generateTexts } from './documents.ts';

const RECORD_LENGTH = 400;
const LINES_A_WRITE = 1_000;

/** A JSONL file of so many records of about 430 bytes. */
export function createJsonl(path: string, records: number): void {
  const texts = generateTexts(400, 11).map((text) => text.slice(0, RECORD_LENGTH));
  const file = openSync(path, 'w');
  for (let from = 0; from < records; from += LINES_A_WRITE) {
    const count = Math.min(LINES_A_WRITE, records - from);
    const lines = Array.from({ length: count }, (_, at) => {
      const id = from + at;
      return `${JSON.stringify({ id, text: texts[id % texts.length] })}\n`;
    });
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}
