const FIRST_CAPACITY = 1 << 8;
const FULLEST = 0.6;
const EMPTY = -1;

/** Where a key was first seen, and in how many documents. */
export interface KeyEntry {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly documents: number;
}

/**
 * Maps 53-bit keys to the place where each was first seen, in typed columns: 28 bytes a slot, no object a key. Open
 * addressing with linear probing.
 */
export class KeyTable {
  private capacity = FIRST_CAPACITY;
  private keys = new Float64Array(FIRST_CAPACITY).fill(EMPTY);
  private columns = createColumns(FIRST_CAPACITY);
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(key: number): KeyEntry | undefined {
    const slot = this.find(key);
    if (this.keys[slot] === EMPTY) return undefined;
    const { documents, firsts, starts, ends } = this.columns;
    return {
      document: firsts[slot] as number,
      start: starts[slot] as number,
      end: ends[slot] as number,
      documents: documents[slot] as number,
    };
  }

  /** Adds a place; a key seen before in another document counts one document more. Documents come in rising order. */
  add(key: number, document: number, { start, end }: { readonly start: number; readonly end: number }): void {
    const slot = this.find(key);
    if (this.keys[slot] === EMPTY) {
      this.restore(key, { document, start, end, documents: 1 });
      return;
    }
    const { documents, lasts } = this.columns;
    if (lasts[slot] !== document) documents[slot] = (documents[slot] as number) + 1;
    lasts[slot] = document;
  }

  /** Puts in an entry of a key that is not there. */
  restore(key: number, { document, start, end, documents }: KeyEntry): void {
    if (this.count >= FULLEST * this.capacity) this.grow();
    const slot = this.find(key);
    this.keys[slot] = key;
    this.count += 1;
    const { columns } = this;
    columns.firsts[slot] = document;
    columns.lasts[slot] = document;
    columns.documents[slot] = documents;
    columns.starts[slot] = start;
    columns.ends[slot] = end;
  }

  private find(key: number): number {
    const { keys, capacity } = this;
    let slot = key % capacity;
    while (keys[slot] !== EMPTY && keys[slot] !== key) slot = slot + 1 === capacity ? 0 : slot + 1;
    return slot;
  }

  private grow(): void {
    const { keys, columns, capacity } = this;
    this.capacity = 2 * capacity;
    this.keys = new Float64Array(this.capacity).fill(EMPTY);
    this.columns = createColumns(this.capacity);
    for (let old = 0; old < capacity; old += 1) {
      const key = keys[old] as number;
      if (key === EMPTY) continue;
      const slot = this.find(key);
      this.keys[slot] = key;
      for (const name of COLUMNS) this.columns[name][slot] = columns[name][old] as number;
    }
  }
}

const COLUMNS = ['documents', 'firsts', 'lasts', 'starts', 'ends'] as const;
type Columns = Record<(typeof COLUMNS)[number], Int32Array>;

function createColumns(capacity: number): Columns {
  return Object.fromEntries(COLUMNS.map((name) => [name, new Int32Array(capacity)])) as Columns;
}
