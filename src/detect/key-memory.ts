import type { Span } from '../model/span.ts';
import { KeyTable, type KeyEntry } from './key-table.ts';

/** A place in an earlier document. */
export interface EarlierPlace extends KeyEntry {
  readonly id: string;
}

interface Generation {
  readonly table: KeyTable;
  /** Ids of the documents that entries name. */
  readonly ids: Map<number, string>;
}

/**
 * Remembers keys and where each was first seen. With a limit it forgets: it holds two generations of so many keys, a key that
 * is seen again moves to the younger one, and when that is full the older is dropped.
 */
export class KeyMemory {
  private readonly limit: number;
  private young: Generation = createGeneration();
  private old: Generation = createGeneration();

  constructor(limit = Infinity) {
    this.limit = limit;
  }

  get(key: number): EarlierPlace | undefined {
    return readEntry(this.young, key) ?? readEntry(this.old, key);
  }

  add(key: number, document: { readonly ordinal: number; readonly id: string }, span: Span): void {
    if (this.young.table.size >= this.limit) {
      this.old = this.young;
      this.young = createGeneration();
    }
    const known = this.young.table.get(key) === undefined ? readEntry(this.old, key) : undefined;
    if (known !== undefined) {
      this.young.table.restore(key, known);
      this.young.ids.set(known.document, known.id);
    } else if (this.young.table.get(key) === undefined) this.young.ids.set(document.ordinal, document.id);
    this.young.table.add(key, document.ordinal, span);
  }
}

function createGeneration(): Generation {
  return { table: new KeyTable(), ids: new Map() };
}

function readEntry({ table, ids }: Generation, key: number): EarlierPlace | undefined {
  const entry = table.get(key);
  const id = entry === undefined ? undefined : ids.get(entry.document);
  return entry === undefined || id === undefined ? undefined : { ...entry, id };
}
