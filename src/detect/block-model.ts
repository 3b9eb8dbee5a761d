import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf, Severity } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import { once } from '../text/once.ts';
import { nameKind } from './block-model/clutter-kind.ts';
import { attainableScore } from './block-model/attainable-score.ts';
import { createExplainer, type Explainer } from './block-model/evidence.ts';
import { judgeBlocks, loadBlockModel, type BlockModel, type BlockWeights, type Judged } from './block-model/model.ts';
import { expectedAccuracy } from './block-model/expected-accuracy.ts';
import { isUnspaced } from './block-model/unspaced.ts';
import type { Detector, Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/**
 * Learned evidence of all measures of a block and what stands around it, decided over the whole document. Each block that
 * is likely enough clutter is a hit, with its kind and the three strongest pieces of evidence.
 */
export const blockModel: Mechanism<'block-model'> = {
  kind: 'block-model',
  compile(rules) {
    const detectors = rules.map(compileModel);
    return (analysis, earlier) => detectors.flatMap((detector) => detector(analysis, earlier));
  },
};

function compileModel(rule: RuleOf<'block-model'>): Detector {
  const { weights, htmlWeights, levels, htmlLevels } = rule.detect;
  const forText = once(() => prepare(weights as BlockWeights, levels));
  const forHtml =
    htmlWeights === undefined ? forText : once(() => prepare(htmlWeights as BlockWeights, htmlLevels ?? levels));
  return (analysis, earlier) => {
    if (!inDocumentScope(rule, analysis)) return [];
    const prepared = analysis.document.source.format === 'html' ? forHtml() : forText();
    return detectBlocks({ rule, analysis, earlier }, prepared);
  };
}

function prepare(weights: BlockWeights, levels: Levels): Prepared {
  const model = loadBlockModel(weights);
  return { model, levels, explain: createExplainer(model) };
}

interface Prepared {
  readonly model: BlockModel;
  readonly levels: Levels;
  readonly explain: Explainer;
}

type Levels = RuleOf<'block-model'>['detect']['levels'];

interface Case {
  readonly rule: RuleOf<'block-model'>;
  readonly analysis: Analysis;
  readonly earlier: readonly Hit[];
}

function detectBlocks({ rule, analysis, earlier }: Case, { model, levels, explain }: Prepared): Hit[] {
  const judged = judgeBlocks(model, analysis, earlier);
  const adapted = adaptLevels(rule, analysis, { levels, judged });
  const width = model.columns.length;
  const named = nameByEvidence(earlier);
  const claimed = new Set(earlier.filter(isNamed).map(placeOf));
  const title = findTitle(analysis, judged, model);
  if (title !== undefined && (judged.probabilities[title.index] as number) < (rule.detect.htmlTitle ?? 1))
    claimed.add(placeOf(title));
  const hits: Hit[] = [];
  for (const block of analysis.document.blocks) {
    const confidence = judged.probabilities[block.index] as number;
    const severity = severityOf(adapted, confidence);
    if (severity === undefined || claimed.has(placeOf(block)) || !inBlockScope(rule, analysis, block)) continue;
    const kind = named.get(block.start) ?? nameKind(judged.rows, block.index * width);
    const values = { found: quote(analysis, block), kind, evidence: explain(judged, block.index) };
    hits.push({ rule, start: block.start, end: block.end, confidence, severity, values });
  }
  return hits;
}

/** Where a rule knows what a whole block is, its own finding says more. */
function isNamed({ rule }: Hit): boolean {
  return rule.family === 'clutter' && rule.weighs !== 'evidence';
}

function placeOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Least likeness of a heading to the title in the page's head; sites add their name to the latter. */
const TITLE_LIKENESS = 0.5;

/** The heading that repeats the title of an HTML page, which belongs to the article wherever it stands. */
function findTitle({ document }: Analysis, { rows }: Judged, { columns }: BlockModel): Block | undefined {
  const likeness = columns.indexOf('like title');
  if (likeness < 0) return undefined;
  const isTitle = ({ kind, index }: Block): boolean =>
    kind === 'heading' && (rows[index * columns.length + likeness] as number) >= TITLE_LIKENESS;
  return document.blocks.find(isTitle);
}

/** Kinds of blocks that a rule knows but leaves to the model, by the block's first code unit. */
function nameByEvidence(earlier: readonly Hit[]): ReadonlyMap<number, string> {
  const evidence = earlier.filter(({ rule }) => rule.family === 'clutter' && rule.weighs === 'evidence');
  return new Map(evidence.map(({ start, rule }) => [start, rule.title.toLowerCase()]));
}

interface Reached {
  readonly levels: Levels;
  readonly judged: Judged;
}

function adaptLevels(rule: RuleOf<'block-model'>, analysis: Analysis, reached: Reached): Levels {
  return analysis.document.source.format === 'html'
    ? adaptHtmlLevels(rule, analysis, reached)
    : adaptTextLevels(rule, analysis, reached);
}

/**
 * Where the model is sure of a text as a whole, a block it is less sure of is an odd one, and mostly content. Where it is unsure of
 * most blocks, as in texts of a kind it does not know, its probabilities are too near to the middle, and little would be reported.
 */
function adaptTextLevels(
  { detect: { sureness, unspacedLevels } }: RuleOf<'block-model'>,
  { words }: Analysis,
  { levels, judged }: Reached,
): Levels {
  const own = unspacedLevels !== undefined && isUnspaced(words) ? unspacedLevels : levels;
  if (sureness === undefined) return own;
  const { from, level } = sureness;
  const rise = Math.max(0, expectedAccuracy(judged.probabilities) - from) / (1 - from);
  return raiseInfo(own, own.info + rise * (level - own.info));
}

/** Where the model is unsure of an HTML page as a whole, only surer blocks are reported: half an article lost costs more. */
function adaptHtmlLevels(
  { detect: { htmlCaution } }: RuleOf<'block-model'>,
  { document }: Analysis,
  { levels, judged }: Reached,
): Levels {
  if (htmlCaution === undefined) return levels;
  const score = attainableScore(judged.probabilities, document.blocks);
  return raiseInfo(
    levels,
    Math.min(htmlCaution.most, Math.max(htmlCaution.least, htmlCaution.base - htmlCaution.slope * score)),
  );
}

function raiseInfo({ warning, error }: Levels, info: number): Levels {
  return { info, warning: Math.max(info, warning), error };
}

function severityOf(levels: Levels, probability: number): Severity | undefined {
  if (probability >= levels.error) return 'error';
  if (probability >= levels.warning) return 'warning';
  return probability >= levels.info ? 'info' : undefined;
}

function quote({ document }: Analysis, { start, end }: Block): string {
  return document.text.slice(start, end);
}
