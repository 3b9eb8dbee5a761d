import { UNLABELLED, type PageRows } from './labelled-lines.ts';

/** How good weights are on blocks of pages they were not learned from. */
export interface Figures {
  readonly set: string;
  readonly pages: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share of the content that is flagged. */
  readonly contentFlagged: number;
}

const DIGITS = 3;

/** Cross-validation by page at even odds, set by set (and page type, where known). */
export function measureUnseen({ pages, unseen }: Unseen): Figures[] {
  const tallies = new Map<string, Tally>();
  for (const [page, rows] of pages) {
    const tally = tallies.get(nameSet(page)) ?? { pages: 0, hit: 0, missed: 0, wrong: 0, right: 0 };
    tallies.set(nameSet(page), tally);
    tally.pages += 1;
    (unseen.get(rows) as Float32Array).forEach((score, block) => count(tally, rows.labels[block] as number, score > 0));
  }
  return [...tallies].map(([set, tally]) => figuresOf(set, tally));
}

interface Page {
  readonly set?: string;
  readonly page_type?: string;
}

/** Pages with their rows, and the log odds of their blocks by forests that did not see them. */
interface Unseen {
  readonly pages: ReadonlyMap<Page, PageRows>;
  readonly unseen: ReadonlyMap<PageRows, Float32Array>;
}

function nameSet({ set = 'html', page_type }: Page): string {
  return page_type === undefined ? set : `${set} ${page_type}`;
}

interface Tally {
  pages: number;
  hit: number;
  missed: number;
  wrong: number;
  right: number;
}

function count(tally: Tally, label: number, flagged: boolean): void {
  if (label === UNLABELLED) return;
  if (label === 1) tally[flagged ? 'hit' : 'missed'] += 1;
  else tally[flagged ? 'wrong' : 'right'] += 1;
}

function figuresOf(set: string, { pages, hit, missed, wrong, right }: Tally): Figures {
  return {
    set,
    pages,
    precision: share(hit, hit + wrong),
    recall: share(hit, hit + missed),
    f1: share(2 * hit, 2 * hit + wrong + missed),
    contentFlagged: share(wrong, wrong + right),
  };
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : Number((part / all).toFixed(DIGITS));
}
