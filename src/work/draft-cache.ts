import { createHash } from 'node:crypto';
import type { ComparedFor } from '../audit/index.ts';
import type { Draft } from '../audit/index.ts';
import type { Imprint } from '../detect/index.ts';
import type { Source } from '../model/source.ts';
import type { AuditorChoice } from './auditors.ts';
import { buildDigest } from './build-digest.ts';
import { openSegmentStore, type SegmentStore } from './segment-store.ts';

/** What is remembered of a document. */
export interface CachedDraft {
  readonly draft: Draft;
  readonly imprint: Imprint;
}

/** Drafts of documents by their content, kept from run to run. */
export interface DraftCache {
  /** Stands for the document and all that its draft depends on: text, format, rules, version, language. */
  keyOf(source: Source): string;
  get(key: string, id: string): CachedDraft | undefined;
  put(key: string, value: CachedDraft): void;
  /** Writes what is left; may be called again. */
  close(): void;
  /** After that: what the user should know, in sentences. */
  remarks(): string[];
}

export interface CacheFacts {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly version: string;
  readonly auditors: AuditorChoice;
  readonly comparedFor: ComparedFor;
}

/** Changes when what is stored gets another form. */
const FORM = 2;
const KEY_DIGITS = 32;

/** Opens the cache; one that cannot be used remembers nothing and says so. */
export function openDraftCache(facts: CacheFacts): DraftCache {
  const { folder, auditors } = facts;
  const run = digest([FORM, facts.version, buildDigest(), process.version, facts.comparedFor].join('\0'));
  const opened = openStore(folder);
  let { store, trouble } = opened;
  /** A disk that is full, say: what is already known of the documents is right, so the run goes on without the cache. */
  const tryTo = (write: (store: SegmentStore) => void): void => {
    try {
      if (store) write(store);
    } catch (error) {
      store = undefined;
      trouble = describe(error);
    }
  };
  return {
    keyOf({ id, text, format, notes = [] }) {
      const hash = createHash('sha256').update([run, auditors.digestFor(id), format, ...notes, ''].join('\0'));
      // UTF-8 would make all lone surrogates one
      hash.update(text, 'utf16le');
      return hash.digest('hex').slice(0, KEY_DIGITS);
    },
    get(key, id) {
      const value = store?.get(key);
      if (value === undefined) return undefined;
      const { draft, imprint } = JSON.parse(value.toString('latin1')) as CachedDraft;
      return { draft: { ...draft, id }, imprint: { ...imprint, id } };
    },
    put: (key, value) => tryTo((open) => open.put(key, writeNameless(value))),
    close() {
      tryTo((open) => open.close());
      store = undefined;
    },
    remarks: () => [
      ...(trouble === undefined
        ? []
        : [`the cache ${folder} cannot be used (${trouble}); documents were judged without it`]),
      ...(opened.store?.damaged ? [`the cache ${folder} was damaged; what could not be read was judged anew`] : []),
    ],
  };
}

/** Documents of the same content share a value, whatever they are called. */
function writeNameless({ draft, imprint }: CachedDraft): Buffer {
  const nameless = { draft: { ...draft, id: '' }, imprint: { ...imprint, id: '' } };
  return Buffer.from(toAscii(JSON.stringify(nameless)), 'latin1');
}

function openStore(folder: string): { store?: SegmentStore; trouble?: string } {
  try {
    return { store: openSegmentStore(folder) };
  } catch (error) {
    return { trouble: describe(error) };
  }
}

/** JSON in ASCII is read in half the time, since no byte has to be decoded and V8 keeps it in bytes. */
function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function describe(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
