import type { Imprint } from './imprint.ts';
import type { EarlierPlace, KeyMemory } from './key-memory.ts';
import type { NearDocuments } from './near-documents.ts';

/** One document and what it is compared with. */
export interface Look {
  readonly imprint: Imprint;
  readonly ordinal: number;
  readonly memory: KeyMemory;
  readonly near: NearDocuments | undefined;
}

/** The place of a block, given by its number in the imprint, in an earlier document. */
export function earlierPlace({ memory, ordinal, imprint }: Look, at: number): EarlierPlace | undefined {
  const place = memory.get(imprint.keys[at] as number);
  return place !== undefined && place.document < ordinal ? place : undefined;
}
