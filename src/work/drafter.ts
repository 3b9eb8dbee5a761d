import { comparedRules, type Auditor, type ComparedFor, type Draft } from '../audit/index.ts';
import { createImprinter, type Imprint } from '../detect/index.ts';
import type { Analysis } from '../model/analysis.ts';
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

/** All of the work on documents that needs the rules, in their order. Throws when the rules or settings make no sense. */
export type Drafter = (items: readonly ReadItem[], wanted: Wanted) => Drafted[];

export function createDrafter(auditors: AuditorChoice, comparedFor: ComparedFor): Drafter {
  const imprint = createImprinter(comparedRules(auditors.rules, comparedFor));
  return (items, wanted) => {
    const groups = new Map<Auditor, Place[]>();
    const drafted = items.map(({ result, origin }, index): Drafted => {
      if (isUnreadable(result)) return { item: { result, origin } };
      const auditor = auditors.forDocument(result.id);
      auditor.prepare();
      try {
        const analysis = auditor.analyze(result);
        const made = imprint(analysis);
        if (wanted === 'imprint') return { item: { result: { ...result, text: '' }, origin }, imprint: made };
        const group = groups.get(auditor) ?? [];
        group.push({ analysis, index });
        groups.set(auditor, group);
        return { item: { result, origin }, imprint: made };
      } catch (error) {
        return { item: { result: describeDefect(result.id, error), origin } };
      }
    });
    for (const [auditor, places] of groups) draftTogether(auditor, places, drafted);
    return drafted;
  };
}

/** A document among others that has only been analysed yet. */
interface Place {
  readonly analysis: Analysis;
  readonly index: number;
}

/** Writes the drafts into `drafted`. */
function draftTogether(auditor: Auditor, places: readonly Place[], drafted: Drafted[]): void {
  const outcomes = draftOrFail(
    auditor,
    places.map(({ analysis }) => analysis),
  );
  places.forEach(({ index }, at) => {
    const { item, ...rest } = drafted[index] as Drafted;
    const outcome = outcomes[at] as Draft | Unreadable;
    drafted[index] =
      'error' in outcome ? { item: { result: outcome, origin: item.origin } } : { item, ...rest, draft: outcome };
  });
}

/** When something goes wrong with some of them, each is drafted by itself, so that only the guilty one is lost. */
function draftOrFail(auditor: Auditor, analyses: readonly Analysis[]): (Draft | Unreadable)[] {
  try {
    return auditor.draft(analyses);
  } catch (error) {
    if (analyses.length > 1) return analyses.flatMap((analysis) => draftOrFail(auditor, [analysis]));
    return analyses.map(({ document }) => describeDefect(document.source.id, error));
  }
}

/** The report on a document that the tool itself could not deal with; the others go on. */
export function describeDefect(id: string, error: unknown): Unreadable {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  const message = `${id} could not be judged (${reason}); this is a defect of dross: please report it.`;
  return { id, error: { code: 'internal', message } };
}
