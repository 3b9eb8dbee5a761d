import type { NameScores } from '../detect/block-model/name-scores.ts';
import { HTML_COLUMNS } from '../detect/block-model/model.ts';
import { fitBlocks, type Fitted } from './fit-blocks.ts';
import {
  describeHtml,
  fitNames,
  readLabelledHtml,
  stripMarkup,
  type LabelledHtml,
  type ReadHtml,
} from './labelled-html.ts';
import type { PageRows } from './labelled-lines.ts';
import { findWith, type LearnOptions } from './learn-clutter.ts';
import { partOf } from './random.ts';

export interface LearnedHtml extends Fitted {
  readonly pages: ReadonlyMap<LabelledHtml, PageRows>;
}

const FOLDS = 3;
const SEED = 7;
const BOOST = { trees: 160, leaves: 24, rate: 0.1, penalty: 2, leastCurvature: 10, rowShare: 0.5, columnShare: 0.25 };
const LONG_PAGE = 300;
const STRIPPED_WEIGHT = 0.6;

/**
 * Learns the weights for HTML. What names of classes and ids are worth is counted for each fold from the pages of the others,
 * so that the forests learn to trust them no more than they deserve on new pages.
 */
export function learnHtml(labelled: readonly LabelledHtml[], options: LearnOptions = {}): LearnedHtml {
  const folds = options.folds ?? FOLDS;
  const find = findWith(options.rules ?? []);
  const read = labelled.map((page) => readLabelledHtml(page, weigh(page), find));
  options.onProgress?.(`${read.length} pages of HTML`);
  const names = namesByFold(read, folds);
  const pages = new Map(
    read.map((one) => [one.page, describeHtml(one, names[partOf(one.page.id, folds)] as NameScores)] as const),
  );
  const stripped = read.map((one) => describeHtml(stripMarkup(one, STRIPPED_WEIGHT), {}));
  const fitted = fitBlocks([...pages.values(), ...stripped], {
    columns: HTML_COLUMNS,
    folds,
    boost: { ...BOOST, trees: options.trees ?? BOOST.trees, seed: options.seed ?? SEED },
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
  return { ...fitted, weights: { ...fitted.weights, names: fitNames(read) }, pages };
}

function namesByFold(read: readonly ReadHtml[], folds: number): NameScores[] {
  return Array.from({ length: folds }, (_, fold) =>
    fitNames(read.filter(({ page }) => partOf(page.id, folds) !== fold)),
  );
}

/** News pages are few and the use that matters most. */
const NEWS_WEIGHT = 2.5;
const ARTICLE_WEIGHT = 1.3;
const OTHER_WEIGHT = 0.9;

function weigh({ page_type, spans }: LabelledHtml): number {
  const kind = page_type === undefined ? NEWS_WEIGHT : page_type === 'article' ? ARTICLE_WEIGHT : OTHER_WEIGHT;
  return kind * Math.min(1, Math.sqrt(LONG_PAGE / Math.max(1, spans.length)));
}
