import { randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { HEAD_LENGTH, scanSegment, writeRecord, type Place } from './segment.ts';

/** Values by key in a folder, kept from run to run. Keys are 16 bytes, as 32 hexadecimal digits. */
export interface SegmentStore {
  /** Nothing for a key that is not there, or whose value was damaged. */
  get(key: string): Buffer | undefined;
  put(key: string, value: Buffer): void;
  /** Writes what was put; drops the oldest values that this run did not ask for when there are too many. */
  close(): void;
  /** True when something that was stored could not be read. */
  readonly damaged: boolean;
}

export interface StoreLimits {
  /** Bytes of all values. */
  readonly bytes: number;
  /** Files; more are joined to one. */
  readonly segments: number;
}

const LIMITS: StoreLimits = { bytes: 512 * 1024 * 1024, segments: 16 };
/** What is kept when the limit is passed, so that it is not passed again at once. */
const KEPT_SHARE = 0.75;
const PENDING_BYTES = 65_536;
const EXTENSION = '.drafts';

/**
 * Opens the store in a folder, which is made when it is missing. Every run writes a file of its own and only ever adds to it,
 * so that runs may work side by side and one that is killed leaves whole records. Throws the error of the file system when
 * the folder cannot be used.
 */
export function openSegmentStore(folder: string, limits: StoreLimits = LIMITS): SegmentStore {
  mkdirSync(folder, { recursive: true });
  // what is in the folder is nobody's but ours
  writeFileSync(join(folder, '.gitignore'), '*\n');
  return new FolderStore(folder, limits);
}

class FolderStore implements SegmentStore {
  damaged = false;
  private readonly folder: string;
  private readonly limits: StoreLimits;
  private readonly places = new Map<string, Place>();
  private readonly segments: { readonly path: string; readonly file: number }[] = [];
  private readonly used = new Set<string>();
  private own: { readonly path: string; readonly file: number; length: number } | undefined;
  private pending: Buffer[] = [];
  private pendingBytes = 0;

  constructor(folder: string, limits: StoreLimits) {
    this.folder = folder;
    this.limits = limits;
    for (const name of readdirSync(folder)
      .filter((each) => each.endsWith(EXTENSION))
      .sort())
      this.scan(name);
  }

  get(key: string): Buffer | undefined {
    const place = this.places.get(key);
    const value = place === undefined ? undefined : this.read(place);
    if (value !== undefined) this.used.add(key);
    return value;
  }

  put(key: string, value: Buffer): void {
    this.used.add(key);
    const record = writeRecord(key, value);
    this.own ??= { ...this.create(nameOf()), length: 0 };
    this.places.set(key, placeIn(this.own.file, this.own.length + this.pendingBytes, value));
    this.pending.push(record);
    this.pendingBytes += record.length;
    if (this.pendingBytes >= PENDING_BYTES) this.flush();
  }

  close(): void {
    this.flush();
    const bytes = [...this.places.values()].reduce((sum, { length }) => sum + length, 0);
    if (this.damaged || bytes > this.limits.bytes || this.segments.length > this.limits.segments) {
      this.join(bytes > this.limits.bytes ? this.limits.bytes * KEPT_SHARE : Infinity);
    }
    for (const { file } of this.segments) closeSync(file);
  }

  private scan(name: string): void {
    const path = join(this.folder, name);
    try {
      const file = openSync(path, 'r');
      this.segments.push({ path, file });
      const { places, whole } = scanSegment(file);
      for (const [key, place] of places) {
        // the order of the map is that of age
        this.places.delete(key);
        this.places.set(key, place);
      }
      if (!whole) this.damaged = true;
    } catch {
      // another run has just joined it with others
      this.damaged = true;
    }
  }

  private read({ file, offset, length, check }: Place): Buffer | undefined {
    if (this.own?.file === file && offset + length > this.own.length) this.flush();
    const value = Buffer.allocUnsafe(length);
    if (readSync(file, value, 0, length, offset) === length && crc32(value) === check) return value;
    this.damaged = true;
    return undefined;
  }

  private create(name: string): { path: string; file: number } {
    const path = join(this.folder, name);
    const segment = { path, file: openSync(path, 'wx+') };
    this.segments.push(segment);
    return segment;
  }

  private flush(): void {
    if (this.own === undefined || this.pendingBytes === 0) return;
    writeAll(this.own.file, Buffer.concat(this.pending, this.pendingBytes));
    this.own.length += this.pendingBytes;
    this.pending = [];
    this.pendingBytes = 0;
  }

  /** One file for all that is kept: first what this run asked for, then the youngest. */
  private join(most: number): void {
    const old = [...this.segments];
    const name = nameOf();
    const { path, file } = this.create(`${name}.tmp`);
    for (const key of this.chooseKept(most)) {
      const place = this.places.get(key);
      const value = place && this.read(place);
      if (value !== undefined) writeAll(file, writeRecord(key, value));
    }
    renameSync(path, join(this.folder, name));
    for (const segment of old) remove(segment.path);
  }

  private chooseKept(most: number): string[] {
    const byAge = [...this.places.keys()];
    const wanted = [
      ...byAge.filter((key) => this.used.has(key)),
      ...byAge.filter((key) => !this.used.has(key)).reverse(),
    ];
    const kept = new Set<string>();
    let bytes = 0;
    for (const key of wanted) {
      bytes += this.places.get(key)?.length ?? 0;
      if (bytes > most) break;
      kept.add(key);
    }
    return byAge.filter((key) => kept.has(key));
  }
}

/** A disk that is nearly full takes a part and says so only when asked again. */
function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** Names sort by age. */
function nameOf(): string {
  return `${Date.now().toString(36)}-${randomBytes(6).toString('hex')}${EXTENSION}`;
}

function placeIn(file: number, start: number, value: Buffer): Place {
  return { file, offset: start + HEAD_LENGTH, length: value.length, check: crc32(value) };
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // another run was faster, or still has it open
  }
}
