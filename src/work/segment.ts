import { fstatSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Where a value lies. */
export interface Place {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
  /** CRC-32 of the value. */
  readonly check: number;
}

const MAGIC = Buffer.from('drs1', 'latin1');
const KEY_BYTES = 16;
const LENGTH_AT = MAGIC.length + KEY_BYTES;
const CHECK_AT = LENGTH_AT + 4;
/** Bytes of a record before its value: magic, key, length and CRC-32 of the value. */
export const HEAD_LENGTH = CHECK_AT + 4;

/** A record of a segment: all that is needed to find it again when the file is read from its beginning. */
export function writeRecord(key: string, value: Buffer): Buffer {
  const record = Buffer.allocUnsafe(HEAD_LENGTH + value.length);
  MAGIC.copy(record);
  record.write(key, MAGIC.length, KEY_BYTES, 'hex');
  record.writeUInt32LE(value.length, LENGTH_AT);
  record.writeUInt32LE(crc32(value), CHECK_AT);
  value.copy(record, HEAD_LENGTH);
  return record;
}

/** Finds the records of a segment; `whole` is false when it ends, or goes on, with something else. Values are not read. */
export function scanSegment(file: number): { places: Map<string, Place>; whole: boolean } {
  const places = new Map<string, Place>();
  const { size } = fstatSync(file);
  const head = Buffer.allocUnsafe(HEAD_LENGTH);
  let at = 0;
  while (at < size) {
    const complete = readSync(file, head, 0, HEAD_LENGTH, at) === HEAD_LENGTH;
    const length = complete ? head.readUInt32LE(LENGTH_AT) : 0;
    const offset = at + HEAD_LENGTH;
    if (!complete || !head.subarray(0, MAGIC.length).equals(MAGIC) || offset + length > size) break;
    const key = head.toString('hex', MAGIC.length, LENGTH_AT);
    places.set(key, { file, offset, length, check: head.readUInt32LE(CHECK_AT) });
    at = offset + length;
  }
  return { places, whole: at === size };
}
