import { constants } from 'node:buffer';
import type { Format, ReadResult } from '../model/source.ts';

export const INPUT_FORMATS = ['auto', 'text', 'markdown', 'html', 'jsonl'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

export interface ReadOptions {
  /** `auto` goes by the file's extension, then by its first bytes. */
  readonly inputFormat: InputFormat;
  /** What the text field of a JSONL record holds. */
  readonly contentFormat: Format;
  readonly textField: string;
  readonly idField: string;
  /** Patterns in the notation of `.gitignore`, relative to `ReadIo.cwd`; they hold for walked folders and globs. */
  readonly ignore: readonly string[];
  /** The longest document or JSONL record, in decoded bytes, that is read. */
  readonly maxBytes: number;
}

export const READ_DEFAULTS: ReadOptions = {
  inputFormat: 'auto',
  contentFormat: 'text',
  textField: 'text',
  idField: 'id',
  ignore: [],
  maxBytes: constants.MAX_STRING_LENGTH,
};

export interface ReadIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Absolute path that relative inputs start from. */
  readonly cwd: string;
}

/** Where a document came from; what is needed to write it back. */
export interface Origin {
  /** The input's path as the user wrote it, joined with `/`; `-` is standard input. */
  readonly path: string;
  /** 1-based line of a JSONL record. */
  readonly line?: number;
  /** WHATWG name of the charset the bytes were decoded with. */
  readonly charset?: string;
  /** The bytes began with a byte order mark; it is no part of the decoded text. */
  readonly byteOrderMark?: boolean;
}

export interface ReadItem {
  readonly result: ReadResult;
  readonly origin: Origin;
  /** The whole record when the document came from JSONL. */
  readonly record?: Readonly<Record<string, unknown>>;
}
