import { isUtf8 } from 'node:buffer';
import type { Format, Unreadable } from '../model/source.ts';
import { findByteOrder } from './byte-order.ts';
import type { Peeked } from './bytes.ts';
import { decode, toUtf8 } from './decode.ts';
import { tooLarge } from './failure.ts';
import { cutPieces, splitPiece } from './lines.ts';
import type { ByteLine, LinePiece } from './lines.ts';
import type { ReadItem, ReadOptions } from './options.ts';

type RecordOptions = Pick<ReadOptions, 'contentFormat' | 'textField' | 'idField' | 'maxBytes'>;
type JsonObject = Readonly<Record<string, unknown>>;

interface RecordLine {
  /** `path:line` */
  readonly place: string;
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Reads JSON Lines record by record, with memory for one record. A record that is no JSON object or lacks its text is
 * reported as `invalid-record` under the id `path:line`, and the next one is read; blank lines are skipped. A record's
 * id is its id field when that holds a number or a string that is not empty, else `path:line`.
 */
export async function* readJsonl(path: string, bytes: Peeked, options: RecordOptions): AsyncGenerator<ReadItem> {
  for await (const piece of cutJsonl(bytes, options)) yield* readPiece(path, piece, options);
}

/** Cuts JSONL into pieces of whole lines that can be read apart from one another; each comes as soon as its bytes do. */
export function cutJsonl(bytes: Peeked, { maxBytes }: Pick<RecordOptions, 'maxBytes'>): AsyncGenerator<LinePiece> {
  return cutPieces(toUtf8Chunks(bytes), maxBytes);
}

/** Reads the records of one piece of JSONL. */
export async function* readPiece(path: string, piece: LinePiece, options: RecordOptions): AsyncGenerator<ReadItem> {
  for (const line of splitPiece(piece, options.maxBytes)) {
    const item = await readLine(path, line, options);
    if (item !== undefined) yield item;
  }
}

async function readLine(path: string, line: ByteLine, options: RecordOptions): Promise<ReadItem | undefined> {
  const place = `${path}:${line.number}`;
  const origin = { path, line: line.number };
  if (line.bytes === undefined) return { result: tooLarge(place, options.maxBytes), origin };
  const { text, notes } = isUtf8(line.bytes)
    ? { text: toUtf8(line.bytes), notes: [] }
    : await decode(line.bytes, false);
  if (text.trim() === '') return undefined;
  const record = parseRecord({ place, text, notes });
  if ('error' in record) return { result: record.error, origin };
  return toItem({ place, text, notes }, record.value, { origin, options });
}

function parseRecord(line: RecordLine): { value: JsonObject } | { error: Unreadable } {
  try {
    const value: unknown = JSON.parse(line.text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as JsonObject };
    return { error: invalidRecord(line.place, 'the line is JSON, but not an object; write one {…} a line.') };
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/gu, ' ');
    return { error: invalidRecord(line.place, `the line is not valid JSON (${reason}); write one {…} a line.`) };
  }
}

function toItem(
  line: RecordLine,
  record: JsonObject,
  { origin, options }: { origin: ReadItem['origin']; options: RecordOptions },
): ReadItem {
  const text = Object.hasOwn(record, options.textField) ? record[options.textField] : undefined;
  if (typeof text !== 'string') return { result: missingText(line.place, record, options.textField), origin, record };
  const format: Format = options.contentFormat;
  const source = { id: idOf(record[options.idField]) ?? line.place, text, format };
  return { result: line.notes.length === 0 ? source : { ...source, notes: line.notes }, origin, record };
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

function missingText(place: string, record: JsonObject, field: string): Unreadable {
  if (Object.hasOwn(record, field)) {
    const type = Array.isArray(record[field]) ? 'an array' : describeType(record[field]);
    return invalidRecord(place, `the field "${field}" holds ${type} where a string is needed.`);
  }
  const fields = Object.keys(record).map((name) => `"${name}"`);
  const known = fields.length === 0 ? 'it has none at all' : `it has ${fields.join(', ')}`;
  return invalidRecord(
    place,
    `the record has no field "${field}"; ${known}; say which one holds the text with --text-field.`,
  );
}

function describeType(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function invalidRecord(place: string, what: string): Unreadable {
  return { id: place, error: { code: 'invalid-record', message: `${place}: ${what}` } };
}

/** UTF-16 is turned into UTF-8, a byte order mark removed, so that line feeds can be found as bytes. */
async function* toUtf8Chunks({ head, chunks }: Peeked): AsyncGenerator<Uint8Array> {
  const order = findByteOrder(head);
  if (order === undefined) {
    yield* chunks;
    return;
  }
  let unread = order.mark;
  const decoder = order.charset === 'utf-8' ? undefined : new TextDecoder(order.charset, { ignoreBOM: true });
  for await (const chunk of chunks) {
    const content = chunk.subarray(unread);
    unread = 0;
    yield decoder === undefined ? content : Buffer.from(decoder.decode(content, { stream: true }));
  }
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}
