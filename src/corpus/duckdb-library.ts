import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { CorpusError, explainEngineError } from './corpus-error.ts';

/** A value of a row; whole numbers of 64 bits come as bigint. */
export type Cell = string | number | bigint | boolean | Uint8Array | null;

/** One file of the engine, opened for this process alone. */
export interface Engine {
  run(sql: string, values?: readonly Cell[]): Promise<void>;
  /** All rows of a query whose answer is small. */
  rows(sql: string, values?: readonly Cell[]): Promise<Cell[][]>;
  /** The columns of a query chunk by chunk: a long answer is never held whole. */
  chunks(sql: string): AsyncGenerator<Cell[][]>;
  /** Appends rows to a table, faster than by statements. */
  append(table: string, rows: readonly (readonly Cell[])[], types: readonly ColumnType[]): Promise<void>;
  close(): void;
}

export type ColumnType = 'uint32' | 'int64' | 'text' | 'bytes' | 'boolean' | 'double';

export interface EngineOptions {
  /** Memory of the engine in megabytes; beyond it sorts go to disk. */
  readonly memoryMegabytes: number;
  readonly threads: number;
  readonly readOnly?: boolean;
}

/**
 * The door to DuckDB, which is optional and loaded here alone.
 * @throws CorpusError when the package is missing, or the file is in use, damaged or not writable
 */
export async function openEngine(path: string, options: EngineOptions): Promise<Engine> {
  const { DuckDBInstance } = await loadLibrary();
  try {
    const instance = await DuckDBInstance.create(path, {
      memory_limit: `${options.memoryMegabytes}MB`,
      threads: String(options.threads),
      access_mode: options.readOnly === true ? 'READ_ONLY' : 'READ_WRITE',
    });
    const connection = await instance.connect();
    return createEngine(connection, path, () => {
      connection.closeSync();
      instance.closeSync();
    });
  } catch (error) {
    throw explainEngineError(error, path);
  }
}

async function loadLibrary(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    throw new CorpusError(
      `the corpus index needs the optional package @duckdb/node-api, which is not installed here; "npm install @duckdb/node-api" adds it (${(error as Error).message})`,
    );
  }
}

function createEngine(connection: DuckDBConnection, path: string, close: () => void): Engine {
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explainEngineError(error, path);
    }
  };
  const query = (sql: string, values: readonly Cell[] = []) => connection.run(sql, [...values] as never[]);
  return {
    run: (sql, values) => guard(async () => void (await query(sql, values))),
    rows: (sql, values) =>
      guard(async () => (await (await query(sql, values)).getRowsJS()).map((row) => row as Cell[])),
    async *chunks(sql) {
      const result = await guard<DuckDBResult>(() => connection.stream(sql));
      for (;;) {
        const chunk = await guard(() => result.fetchChunk());
        if (chunk === null || chunk.rowCount === 0) return;
        yield Array.from({ length: chunk.columnCount }, (_, column) => [...chunk.getColumnValues(column)] as Cell[]);
      }
    },
    append: (table, rows, types) => guard(() => appendRows(connection, table, { rows, types })),
    close,
  };
}

type Append = (appender: Appender, value: Cell) => void;
type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

const APPEND: Readonly<Record<ColumnType, Append>> = {
  uint32: (appender, value) => appender.appendUInteger(value as number),
  int64: (appender, value) => appender.appendBigInt(value as bigint),
  text: (appender, value) => appender.appendVarchar(value as string),
  bytes: (appender, value) => appender.appendBlob(value as Uint8Array),
  boolean: (appender, value) => appender.appendBoolean(value as boolean),
  double: (appender, value) => appender.appendDouble(value as number),
};

async function appendRows(
  connection: DuckDBConnection,
  table: string,
  { rows, types }: { readonly rows: readonly (readonly Cell[])[]; readonly types: readonly ColumnType[] },
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (let column = 0; column < types.length; column += 1) {
      const value = row[column] ?? null;
      if (value === null) appender.appendNull();
      else APPEND[types[column] as ColumnType](appender, value);
    }
    appender.endRow();
  }
  appender.closeSync();
}
