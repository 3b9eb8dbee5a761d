export { learnClutter, type Learned, type LearnOptions } from './learn-clutter.ts';
export { describePage, type LabelledLine, type LabelledPage, type PageRows } from './labelled-lines.ts';
export { measureUnseen, type Figures } from './measure-unseen.ts';
export { learnHtml, type LearnedHtml } from './learn-html.ts';
export type { LabelledHtml } from './labelled-html.ts';
export { evaluate, type FamilyScore, type Interval } from './evaluate.ts';
export { FEWEST_PAGES, fitWeights, type FittedWeights, type WeightsFile } from './fit-weights.ts';
export { LabelProblem, readLabelledRecord, type Label, type LabelledDocument } from './labelled-record.ts';
