import type { BlockWeights } from '../detect/block-model/model.ts';
import type { LabelledHtml } from './labelled-html.ts';
import type { LabelledPage } from './labelled-lines.ts';
import { learnClutter, type LearnOptions } from './learn-clutter.ts';
import { learnHtml } from './learn-html.ts';
import { measureUnseen, type Figures } from './measure-unseen.ts';

/** What `dross fit` writes and the setting `weights` names; what is missing stays as it ships. */
export interface WeightsFile {
  readonly schemaVersion: 1;
  readonly text?: BlockWeights;
  readonly html?: BlockWeights;
}

export interface FittedWeights {
  readonly file: WeightsFile;
  /** Cross-validation by page. */
  readonly figures: readonly Figures[];
}

/** Fewer labelled pages teach a model their own accidents. */
export const FEWEST_PAGES = 20;

/** Fits the block model to labelled pages of text and of HTML, each where there are enough of them. */
export function fitWeights(
  pages: { readonly text: readonly LabelledPage[]; readonly html: readonly LabelledHtml[] },
  options: LearnOptions = {},
): FittedWeights {
  const text = pages.text.length >= FEWEST_PAGES ? learnClutter(pages.text, options) : undefined;
  const html = pages.html.length >= FEWEST_PAGES ? learnHtml(pages.html, options) : undefined;
  return {
    file: { schemaVersion: 1, ...(text && { text: text.weights }), ...(html && { html: html.weights }) },
    figures: [...(text ? measureUnseen(text) : []), ...(html ? measureUnseen(html) : [])],
  };
}
