import { statSync } from 'node:fs';
import {
  cutJsonl,
  failureOf,
  isOneDocument,
  openDocuments,
  readInput,
  readPiece,
  splitPiece,
  type Input,
  type LinePiece,
  type ReadIo,
  type ReadItem,
  type ReadOptions,
} from '../read/index.ts';

/**
 * A piece of the work of a run, small enough to be repeated and large enough to be worth a message: files that whoever gets it
 * reads himself, raw lines of JSONL, or what had to be read to know what it is.
 */
export type Batch = BatchAbout &
  (
    | { readonly kind: 'inputs'; readonly inputs: readonly Input[] }
    | { readonly kind: 'lines'; readonly path: string; readonly piece: LinePiece }
    | { readonly kind: 'items'; readonly items: readonly ReadItem[] }
  );

interface BatchAbout {
  /** About; what a thread will hold of it. */
  readonly bytes: number;
  /** Inputs of the run that are dealt with when this is. */
  readonly inputsDone: number;
}

export interface ReadFacts {
  readonly options: ReadOptions;
  readonly io: ReadIo;
}

/** A batch of files has no more bytes, unless a single file has them, and no more files. */
export const MOST_BYTES = 1_048_576;
export const MOST_INPUTS = 16;

/** Cuts what is to be read into batches, in order; reads no further ahead than it is asked for. */
export async function* cutBatches(inputs: readonly Input[], facts: ReadFacts): AsyncGenerator<Batch> {
  let group: Input[] = [];
  let bytes = 0;
  const take = (inputsDone: number): Batch => {
    const batch: Batch = { kind: 'inputs', inputs: group, bytes, inputsDone };
    group = [];
    bytes = 0;
    return batch;
  };
  for (const [index, input] of inputs.entries()) {
    const size = sizeOf(input, facts.options);
    const isFull = size === undefined || bytes + size > MOST_BYTES || group.length === MOST_INPUTS;
    if (group.length > 0 && isFull) yield take(index);
    if (size === undefined) {
      yield* openBatches(input, index + 1, facts);
    } else {
      group.push(input);
      bytes += size;
    }
  }
  if (group.length > 0) yield take(inputs.length);
}

/** The size of a file that is one document; nothing for what has to be looked into. */
function sizeOf(input: Input, options: ReadOptions): number | undefined {
  if (input.path === undefined || !isOneDocument(input, options)) return undefined;
  try {
    return statSync(input.path).size;
  } catch {
    // whoever reads it will say what is wrong
    return 0;
  }
}

async function* openBatches(input: Input, inputsDone: number, { options, io }: ReadFacts): AsyncGenerator<Batch> {
  const opened = await openDocuments(input, options, io);
  if ('item' in opened) {
    yield itemBatch(opened.item, inputsDone);
    return;
  }
  try {
    for await (const piece of cutJsonl(opened.lines, options)) {
      yield { kind: 'lines', path: input.id, piece, bytes: piece.bytes?.length ?? 0, inputsDone: inputsDone - 1 };
    }
  } catch (error) {
    yield itemBatch({ result: failureOf(input.id, error), origin: { path: input.id } }, inputsDone);
  }
}

function itemBatch(item: ReadItem, inputsDone: number): Batch {
  const bytes = 'error' in item.result ? 0 : item.result.text.length;
  return { kind: 'items', items: [item], bytes, inputsDone };
}

/** Reads the documents of a batch, in order. */
export async function readBatch(batch: Batch, facts: ReadFacts): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of itemsOf(batch, facts)) items.push(item);
  return items;
}

async function* itemsOf(batch: Batch, { options, io }: ReadFacts): AsyncGenerator<ReadItem> {
  if (batch.kind === 'items') yield* batch.items;
  else if (batch.kind === 'lines') yield* readPiece(batch.path, batch.piece, options);
  else for (const input of batch.inputs) yield* readInput(input, options, io);
}

/** The same work in batches of one document each. */
export function splitBatch(batch: Batch, { maxBytes }: ReadOptions): Batch[] {
  const about = { bytes: batch.bytes, inputsDone: batch.inputsDone };
  if (batch.kind === 'items') return batch.items.map((item) => ({ ...about, kind: 'items', items: [item] }));
  if (batch.kind === 'inputs') return batch.inputs.map((input) => ({ ...about, kind: 'inputs', inputs: [input] }));
  const { kind, path } = batch;
  return Array.from(splitPiece(batch.piece, maxBytes), ({ number, bytes }) => ({
    ...about,
    kind,
    path,
    piece: { first: number, bytes },
  }));
}
