export { learnClutter, type Learned, type LearnOptions } from './learn-clutter.ts';
export { describePage, type LabelledLine, type LabelledPage, type PageRows } from './labelled-lines.ts';
export { measureUnseen, type Figures } from './measure-unseen.ts';
export { learnHtml, type LearnedHtml } from './learn-html.ts';
export type { LabelledHtml } from './labelled-html.ts';
