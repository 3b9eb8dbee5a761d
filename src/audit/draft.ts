import type { Imprint } from '../detect/index.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Allowance } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { DocumentReport } from '../model/report.ts';

/**
 * A document that was judged by itself, but so that what it shares with others can still be added: all its findings, their
 * overlaps not yet settled. Plain data, to be sent between threads and stored.
 */
export interface Draft extends Pick<DocumentReport, 'id' | 'format' | 'language' | 'measures' | 'length' | 'notes'> {
  readonly findings: readonly Finding[];
  readonly allowances: readonly Allowance[];
}

/** A draft with what the document is compared by. */
export interface ComparableDraft extends Draft {
  readonly imprint: Imprint;
}

/** Code units of the blocks: white space between them is nobody's. */
export function lengthOf({ document }: Analysis): number {
  return document.blocks.reduce((sum, { start, end }) => sum + end - start, 0);
}
