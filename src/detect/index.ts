import { article } from './article.ts';
import { balance } from './balance.ts';
import { collocation } from './collocation.ts';
import { composition } from './composition.ts';
import type { AnyMechanism } from './detector.ts';
import { element } from './element.ts';
import { glued } from './glued.ts';
import { joint } from './joint.ts';
import { letterCase } from './letter-case.ts';
import { lostDash } from './lost-dash.ts';
import { missingSpace } from './missing-space.ts';
import { mojibake } from './mojibake.ts';
import { spelling } from './spelling.ts';
import { swap } from './swap.ts';
import { table } from './table.ts';
import { truncation } from './truncation.ts';
import { blockModel } from './block-model.ts';
import { line } from './line.ts';
import { loop } from './loop.ts';
import { metric } from './metric.ts';
import { nearRepeat } from './near-repeat.ts';
import { page } from './page.ts';
import { pattern } from './pattern.ts';
import { phrase } from './phrase.ts';
import { repeat } from './repeat.ts';
import { reworded } from './reworded.ts';
import { run } from './run.ts';
import { salad } from './salad.ts';
import { section } from './section.ts';
import { teaserRows } from './teaser-rows.ts';
import { template } from './template.ts';
import { thread } from './thread.ts';

export { createComparison, type Comparison } from './comparison.ts';
export { createImprinter, type Imprint } from './imprint.ts';
export type { AnyMechanism, Detector, Mechanism } from './detector.ts';

/** All mechanisms, in the order they look at a document: those that weigh evidence come after those that find it. */
export const MECHANISMS: readonly AnyMechanism[] = [
  phrase,
  line,
  pattern,
  run,
  section,
  element,
  thread,
  teaserRows,
  salad,
  metric,
  loop,
  repeat,
  nearRepeat,
  reworded,
  page,
  template,
  mojibake,
  table,
  glued,
  missingSpace,
  lostDash,
  joint,
  truncation,
  balance,
  spelling,
  letterCase,
  article,
  swap,
  collocation,
  composition,
  blockModel,
];
