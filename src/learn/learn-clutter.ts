import { TEXT_COLUMNS } from '../detect/block-model/model.ts';
import type { Rule } from '../model/rule.ts';
import { compilePlan } from '../rules/index.ts';
import { fitBlocks, type Fitted } from './fit-blocks.ts';
import { describePage, listLines, type FindHits, type LabelledPage, type PageRows } from './labelled-lines.ts';
import { varyPage } from './page-variants.ts';

/** The set of documents that were written for the project. */
export const WRITTEN = 'written';

export interface LearnOptions {
  readonly folds?: number;
  readonly trees?: number;
  readonly seed?: number;
  /** Rules whose hits are evidence; the same ones must run beside the model. Default: none. */
  readonly rules?: readonly Rule[];
  readonly onProgress?: (what: string) => void;
}

export interface Learned extends Fitted {
  /** The pages as they are, without the other forms that were learned from; of these the figures are made. */
  readonly pages: ReadonlyMap<LabelledPage, PageRows>;
}

const FOLDS = 3;
const SEED = 7;
const BOOST = {
  trees: 400,
  leaves: 24,
  rate: 0.035,
  penalty: 2,
  leastCurvature: 10,
  rowShare: 0.35,
  columnShare: 0.25,
};

/** Learns the weights of `clutter/block-model` from labelled pages. The same pages and seed give the same weights. */
export function learnClutter(labelled: readonly LabelledPage[], options: LearnOptions = {}): Learned {
  const pages = new Map<LabelledPage, PageRows>();
  const rows: PageRows[] = [];
  const find = findWith(options.rules ?? []);
  for (const page of labelled) {
    const weight = weigh(page);
    const variants = isSparse(page)
      ? [{ page, weight, functionless: false, unlisted: false }]
      : varyPage(listLines(page, find), weight);
    const described = variants.map(({ page: form, ...knowledge }) => describePage(form, { ...knowledge, find }));
    pages.set(page, described[0] as PageRows);
    rows.push(...described);
  }
  options.onProgress?.(`${rows.length} forms of ${labelled.length} pages`);
  const boost = { ...BOOST, trees: options.trees ?? BOOST.trees, seed: options.seed ?? SEED };
  const fitted = fitBlocks(rows, {
    columns: TEXT_COLUMNS,
    folds: options.folds ?? FOLDS,
    boost,
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
  return { ...fitted, pages };
}

const EVIDENCE_FAMILIES: ReadonlySet<string> = new Set(['clutter', 'duplicate']);

/** What the rules find that are evidence of clutter, without the model that is to weigh it. */
export function findWith(rules: readonly Rule[]): FindHits {
  const plan = compilePlan(
    rules.filter(({ family, detect }) => EVIDENCE_FAMILIES.has(family) && detect.kind !== 'block-model'),
  );
  return (analysis) => plan.detect(analysis);
}

const LONG_PAGE = 400;
const ARTICLE_WEIGHT = 1;
const OTHER_WEIGHT = 0.5;
const NEWS_WEIGHT = 2;
const SPARSE_WEIGHT = 3;
const WRITTEN_WEIGHT = 4;

/** Articles and news weigh more than shops and forums, labelled lines of other languages most; a long page no more than a few. */
export function weigh(page: LabelledPage): number {
  if (isSparse(page)) return SPARSE_WEIGHT;
  if (page.set === WRITTEN) return WRITTEN_WEIGHT;
  const kind =
    page.page_type === undefined ? NEWS_WEIGHT : page.page_type === 'article' ? ARTICLE_WEIGHT : OTHER_WEIGHT;
  return kind * Math.min(1, Math.sqrt(LONG_PAGE / Math.max(1, page.lines.length)));
}

const SPARSE_SHARE = 0.5;

export function isSparse({ lines }: LabelledPage): boolean {
  return lines.filter(({ y, k }) => y === null && k === undefined).length > SPARSE_SHARE * lines.length;
}
