import { comparedRules, type ComparedFor, type Draft } from '../audit/index.ts';
import { createImprinter, type Imprint } from '../detect/index.ts';
import { isUnreadable, type Unreadable } from '../model/source.ts';
import type { ReadItem } from '../read/index.ts';
import type { AuditorChoice } from './auditors.ts';

/** How far a document is taken: to a draft, or only so far that others can be compared with it. */
export type Wanted = 'draft' | 'imprint';

/** A document that was read and, if that went well, drafted; plain data. */
export interface Drafted {
  /** When only an imprint was wanted, without the text. */
  readonly item: Pick<ReadItem, 'result' | 'origin'>;
  readonly imprint?: Imprint;
  readonly draft?: Draft;
}

/** All of the work on a document that needs the rules. Throws when the rules or settings make no sense. */
export type Drafter = (item: ReadItem, wanted: Wanted) => Drafted;

export function createDrafter(auditors: AuditorChoice, comparedFor: ComparedFor): Drafter {
  const imprint = createImprinter(comparedRules(auditors.rules, comparedFor));
  return ({ result, origin }, wanted) => {
    if (isUnreadable(result)) return { item: { result, origin } };
    const auditor = auditors.forDocument(result.id);
    auditor.prepare();
    try {
      const analysis = auditor.analyze(result);
      const made = imprint(analysis);
      if (wanted === 'imprint') return { item: { result: { ...result, text: '' }, origin }, imprint: made };
      return { item: { result, origin }, imprint: made, draft: auditor.draft(analysis) };
    } catch (error) {
      return { item: { result: describeDefect(result.id, error), origin } };
    }
  };
}

/** The report on a document that the tool itself could not deal with; the others go on. */
export function describeDefect(id: string, error: unknown): Unreadable {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  const message = `${id} could not be judged (${reason}); this is a defect of dross: please report it.`;
  return { id, error: { code: 'internal', message } };
}
