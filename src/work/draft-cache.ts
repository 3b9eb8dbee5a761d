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
  close(): void;
  /** What the user should know, in sentences. */
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
  const { store, trouble } = openStore(folder);
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
    put(key, { draft, imprint }) {
      const nameless = { draft: { ...draft, id: '' }, imprint: { ...imprint, id: '' } };
      store?.put(key, Buffer.from(toAscii(JSON.stringify(nameless)), 'latin1'));
    },
    close: () => store?.close(),
    remarks: () => [
      ...(trouble === undefined ? [] : [`the cache ${folder} cannot be used (${trouble}); every document was judged`]),
      ...(store?.damaged ? [`the cache ${folder} was damaged; what could not be read was judged anew`] : []),
    ],
  };
}

function openStore(folder: string): { store?: SegmentStore; trouble?: string } {
  try {
    return { store: openSegmentStore(folder) };
  } catch (error) {
    return { trouble: error instanceof Error && 'code' in error ? String(error.code) : String(error) };
  }
}

/** JSON in ASCII is read in half the time, since no byte has to be decoded and V8 keeps it in bytes. */
function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
