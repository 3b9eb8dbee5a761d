import type { Unreadable } from '../model/source.ts';
import { HEAD_LENGTH, isBinary } from './binary.ts';
import { collect } from './bytes.ts';
import type { Peeked } from './bytes.ts';
import { decode } from './decode.ts';
import { failureOf, tooLarge } from './failure.ts';
import { layoutByName, layoutOf } from './format.ts';
import { listInputs } from './inputs.ts';
import type { Input } from './inputs.ts';
import { readJsonl } from './jsonl.ts';
import { openInput } from './open.ts';
import { READ_DEFAULTS } from './options.ts';
import type { ReadIo, ReadItem, ReadOptions } from './options.ts';

export { TEXT_EXTENSIONS } from './format.ts';
export { InputError } from './input-error.ts';
export { listInputs } from './inputs.ts';
export type { Input } from './inputs.ts';
export { failureOf } from './failure.ts';
export { cutJsonl, readPiece } from './jsonl.ts';
export { splitPiece } from './lines.ts';
export type { LinePiece } from './lines.ts';
export { INPUT_FORMATS, READ_DEFAULTS } from './options.ts';
export type { InputFormat, Origin, ReadIo, ReadItem, ReadOptions } from './options.ts';

/** Standard input that is known to be JSONL must not wait for more than tells its compression. */
const EAGER_LENGTH = 4;

/**
 * Reads what the user named, one document at a time and in order; the next is only read when it is asked for.
 * What cannot be read comes as `Unreadable`, the others go on. Rejects with `InputError`, before the first document, when
 * a path does not exist or there is nothing to read.
 */
export async function* readInputs(
  paths: readonly string[],
  options: Partial<ReadOptions>,
  io: ReadIo,
): AsyncGenerator<ReadItem> {
  const settled = { ...READ_DEFAULTS, ...options };
  for (const input of await listInputs(paths, settled, io)) yield* readInput(input, settled, io);
}

/** Reads one input of `listInputs`: one document, or all records of a JSONL file. */
export async function* readInput(input: Input, options: ReadOptions, io: ReadIo): AsyncGenerator<ReadItem> {
  try {
    const opened = await openDocuments(input, options, io);
    if ('item' in opened) yield opened.item;
    else yield* readJsonl(input.id, opened.lines, options);
  } catch (error) {
    yield { result: failureOf(input.id, error), origin: { path: input.id } };
  }
}

/** An input that was looked into: its one document, read, or its lines of JSONL, to be read. */
export type OpenedInput = { readonly item: ReadItem } | { readonly lines: Peeked };

/** Finds out what an input holds. Never rejects: what cannot be opened is an item like any other. */
export async function openDocuments(input: Input, options: ReadOptions, io: ReadIo): Promise<OpenedInput> {
  const origin = { path: input.id };
  if (input.failure !== undefined) return { item: { result: input.failure, origin } };
  try {
    const bytes = await openInput(input, io, wantedOf(input, options));
    if (isBinary(bytes.head)) {
      await bytes.close();
      return { item: { result: describeBinary(input.id), origin } };
    }
    const layout = layoutOf(input.id, Buffer.from(bytes.head.subarray(0, HEAD_LENGTH)).toString(), options.inputFormat);
    if (layout === 'jsonl') return { lines: bytes };
    return { item: await readDocument(input.id, bytes, { layout, maxBytes: options.maxBytes }) };
  } catch (error) {
    return { item: { result: failureOf(input.id, error), origin } };
  }
}

/** True when the input is known, without looking into it, to hold one document. */
export function isOneDocument(
  { id, path, failure }: Input,
  { inputFormat }: Pick<ReadOptions, 'inputFormat'>,
): boolean {
  if (path === undefined || failure !== undefined) return false;
  const layout = inputFormat === 'auto' ? layoutByName(id) : inputFormat;
  return layout !== undefined && layout !== 'jsonl';
}

function wantedOf(input: Input, options: ReadOptions): number {
  const isJsonl =
    options.inputFormat === 'jsonl' || (options.inputFormat === 'auto' && layoutByName(input.id) === 'jsonl');
  return isJsonl ? EAGER_LENGTH : HEAD_LENGTH;
}

async function readDocument(
  id: string,
  bytes: Peeked,
  { layout, maxBytes }: { layout: 'text' | 'markdown' | 'html'; maxBytes: number },
): Promise<ReadItem> {
  const whole = await collect(bytes.chunks, maxBytes);
  if (whole === undefined) return { result: tooLarge(id, maxBytes), origin: { path: id } };
  const { text, charset, byteOrderMark, notes } = await decode(whole, layout === 'html');
  const source = { id, text, format: layout };
  return {
    result: notes.length === 0 ? source : { ...source, notes },
    origin: { path: id, charset, byteOrderMark },
  };
}

function describeBinary(id: string): Unreadable {
  return { id, error: { code: 'binary', message: `${id} is not text but a binary file; it was skipped.` } };
}
