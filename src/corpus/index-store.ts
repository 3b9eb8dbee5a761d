import { openEngine, type Cell, type ColumnType, type Engine } from './duckdb-library.ts';
import { CorpusError } from './corpus-error.ts';
import type { Sketch, SketchShape } from './sketch.ts';

/** Changes when the tables do; an index of another format is refused. */
const FORMAT = 1;

export const DEFAULT_SKETCH_SHAPE: SketchShape = { bands: 14, rows: 8, shingle: 5 };

/** Megabytes for the engine: with the rest of the process, a million documents stay far below two gigabytes. */
const DEFAULT_MEMORY = 600;

/** A document as the index knows it. */
export interface StoredDocument {
  readonly ordinal: number;
  readonly id: string;
  readonly check: bigint;
  /** Code units of its source. */
  readonly length: number;
  readonly sketch: Sketch;
}

/** Two documents that were found to be alike. */
export interface Link {
  readonly document: number;
  readonly other: number;
  readonly alike: number;
}

export interface StoreOptions {
  readonly shape?: SketchShape;
  /** Default 600. */
  readonly memoryMegabytes?: number;
  /** Default 2. */
  readonly threads?: number;
  /** The index must be there; only questions are asked. */
  readonly readOnly?: boolean;
}

/** The tables of an index file. Every change is a transaction: a killed process leaves the last whole one. */
export class IndexStore {
  readonly engine: Engine;
  readonly shape: SketchShape;

  private constructor(engine: Engine, shape: SketchShape) {
    this.engine = engine;
    this.shape = shape;
  }

  /** @throws CorpusError when the file is in use, damaged, of another format or made with another shape */
  static async open(path: string, options: StoreOptions = {}): Promise<IndexStore> {
    const { memoryMegabytes = DEFAULT_MEMORY, threads = 2, readOnly = false } = options;
    const engine = await openEngine(path, { memoryMegabytes, threads, readOnly });
    try {
      const shape = await settleShape(engine, path, options);
      return new IndexStore(engine, shape);
    } catch (error) {
      engine.close();
      throw error;
    }
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.engine.run('BEGIN');
    try {
      const result = await work();
      await this.engine.run('COMMIT');
      return result;
    } catch (error) {
      await this.engine.run('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  /** Documents that the index holds under these ids. */
  async known(ids: readonly string[]): Promise<Map<string, { ordinal: number; check: bigint }>> {
    await this.engine.run('CREATE OR REPLACE TEMP TABLE wanted (id VARCHAR)');
    await this.engine.append(
      'wanted',
      ids.map((id) => [id]),
      ['text'],
    );
    const rows = await this.engine.rows('SELECT id, ordinal, "check" FROM documents SEMI JOIN wanted USING (id)');
    return new Map(
      rows.map(([id, ordinal, check]) => [id as string, { ordinal: Number(ordinal), check: BigInt(check as bigint) }]),
    );
  }

  async insert(documents: readonly StoredDocument[]): Promise<void> {
    const rows = documents.map(({ ordinal, id, check, length, sketch }) => [
      ordinal,
      id,
      check,
      sketch.words,
      length,
      sketch.bytes,
      ...Array.from({ length: this.shape.bands }, (_, band): Cell => {
        const key = sketch.bands[band];
        return key === undefined ? null : BigInt(key);
      }),
    ]);
    await this.engine.append('documents', rows, columnTypes(this.shape));
  }

  /** The ordinal of the next document; ordinals are never used again. */
  async nextOrdinal(): Promise<number> {
    const [[last] = [null]] = await this.engine.rows('SELECT max(ordinal) FROM documents');
    return Math.max(last === null ? 0 : Number(last) + 1, await this.readMeta('nextOrdinal'));
  }

  /** A number kept in the index; 0 when it was never written. */
  async readMeta(key: string): Promise<number> {
    const [[value] = [0]] = await this.engine.rows('SELECT value FROM meta WHERE key = ?', [key]);
    return Number(value);
  }

  async writeMeta(key: string, value: number): Promise<void> {
    await this.engine.run('DELETE FROM meta WHERE key = ?', [key]);
    await this.engine.run('INSERT INTO meta VALUES (?, ?)', [key, String(value)]);
  }

  /** Documents that were not compared with the others yet. */
  async countWaiting(): Promise<number> {
    const sql = 'SELECT count(*) FROM documents WHERE ordinal >= ? OR ordinal IN (SELECT ordinal FROM loose)';
    const [[count] = [0]] = await this.engine.rows(sql, [await this.readMeta('linkedTo')]);
    return Number(count);
  }

  close(): void {
    this.engine.close();
  }
}

async function settleShape(engine: Engine, path: string, { shape, readOnly }: StoreOptions): Promise<SketchShape> {
  const names = (await engine.rows('SELECT table_name FROM information_schema.tables')).flat();
  if (!names.includes('meta') || !names.includes('documents')) {
    if (names.length === 0 && readOnly !== true) return createTables(engine, shape ?? DEFAULT_SKETCH_SHAPE);
    throw new CorpusError(`${path} is not an index of dross; name another file`);
  }
  const meta = new Map((await engine.rows('SELECT key, value FROM meta')).map(([key, value]) => [key, Number(value)]));
  const numberOf = (key: string) => meta.get(key) ?? 0;
  if (numberOf('format') !== FORMAT) {
    throw new CorpusError(
      `${path} is an index of format ${numberOf('format')}, this version of dross writes ${FORMAT}; add the documents anew to another file`,
    );
  }
  const stored = { bands: numberOf('bands'), rows: numberOf('rows'), shingle: numberOf('shingle') };
  checkShape(path, stored, shape ?? stored);
  return stored;
}

function checkShape(path: string, stored: SketchShape, wanted: SketchShape): void {
  if (describeShape(stored) === describeShape(wanted)) return;
  throw new CorpusError(
    `${path} was made with ${describeShape(stored)}; it cannot go on with ${describeShape(wanted)}: leave the flags out, or use another file`,
  );
}

function describeShape({ bands, rows, shingle }: SketchShape): string {
  return `${bands} bands of ${rows} rows over ${shingle} words`;
}

async function createTables(engine: Engine, shape: SketchShape): Promise<SketchShape> {
  const bands = Array.from({ length: shape.bands }, (_, band) => `band_${band} BIGINT`).join(', ');
  await engine.run('BEGIN');
  await engine.run('CREATE TABLE meta (key VARCHAR, value VARCHAR)');
  await engine.run(
    `CREATE TABLE documents (ordinal UINTEGER, id VARCHAR, "check" BIGINT, words UINTEGER, length UINTEGER, sketch BLOB, ${bands})`,
  );
  await engine.run('CREATE TABLE links (document UINTEGER, other UINTEGER, alike DOUBLE)');
  await engine.run('CREATE TABLE clusters (ordinal UINTEGER, cluster UINTEGER)');
  await engine.run('CREATE TABLE loose (ordinal UINTEGER)');
  for (const [key, value] of Object.entries({ format: FORMAT, ...shape })) {
    await engine.run('INSERT INTO meta VALUES (?, ?)', [key, String(value)]);
  }
  await engine.run('COMMIT');
  return shape;
}

function columnTypes({ bands }: SketchShape): ColumnType[] {
  const bandTypes = Array.from({ length: bands }, (): ColumnType => 'int64');
  return ['uint32', 'text', 'int64', 'uint32', 'uint32', 'bytes', ...bandTypes];
}
