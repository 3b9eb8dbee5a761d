import type { Analysis } from '../model/analysis.ts';
import type { Rule, TemplateDetect } from '../model/rule.ts';
import type { BlockPrint, Fingerprint } from './fingerprint.ts';
import type { EarlierPlace, KeyMemory } from './key-memory.ts';
import type { NearDocuments } from './near-documents.ts';

/** One document and what it is compared with. */
export interface Look {
  readonly rules: readonly Rule<TemplateDetect>[];
  readonly analysis: Analysis;
  readonly ordinal: number;
  readonly memory: KeyMemory;
  readonly near: NearDocuments | undefined;
  readonly print: Fingerprint;
}

/** The place of a block in an earlier document. */
export function earlierPlace({ memory, ordinal }: Look, block: BlockPrint): EarlierPlace | undefined {
  const place = memory.get(block.key);
  return place !== undefined && place.document < ordinal ? place : undefined;
}
