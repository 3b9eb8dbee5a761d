import { WORD, type Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import { closingBlock, describeLabel, hitsBetween } from './composition-answers.ts';
import { findAnchor, matchClasses, type ClassRange } from './composition-classes.ts';
import { describePlace, type ContextFeatures, type WholeFeatures } from './composition-context.ts';
import { markClasses, matchForm, mayMatch } from './composition-forms.ts';
import { findMarks, findRawMarks } from './composition-marks.ts';
import { compileRules, type Candidate, type CompositionPlan, type Judged } from './composition-plan.ts';
import { segmentsOf, type Segment } from './composition-segments.ts';
import { joinHits } from './composition-spans.ts';
import { weigh } from './composition-weights.ts';
import { describeWhole } from './composition-whole.ts';
import type { Mechanism } from './detector.ts';

/**
 * Sentences composed of word classes (an agent that offers, a condition put to the reader, a thing to be delivered) and
 * residue of machines, each weighed by its strength and by what surrounds it.
 */
export const composition: Mechanism<'composition'> = {
  kind: 'composition',
  compile(rules) {
    const plan = compileRules(rules);
    return (analysis) => {
      const judged = weighCandidates(plan, analysis);
      return [...joinHits(plan, analysis, judged), ...answerHits(plan, analysis, judged)];
    };
  },
};

/** All candidates of a document with their confidence, whether worth reporting or not. */
export function weighCandidates(plan: CompositionPlan, analysis: Analysis): Judged[] {
  const candidates = [...formCandidates(plan, analysis), ...markCandidates(plan, analysis)];
  return candidates.length === 0 ? [] : settle(plan, analysis, candidates);
}

/** What stands between the label of an answer and the words that close it. */
function answerHits(plan: CompositionPlan, analysis: Analysis, judged: readonly Judged[]): Hit[] {
  return judged.flatMap((one) =>
    one.closing !== undefined && one.confidence >= plan.weights.least ? hitsBetween(analysis, one, one.closing) : [],
  );
}

function formCandidates(plan: CompositionPlan, analysis: Analysis): Raw[] {
  const context = { text: analysis.document.text, words: analysis.words };
  const table = plan.table();
  const raw: Raw[] = [];
  for (const block of analysis.document.blocks) {
    const features = analysis.blocks[block.index];
    if (features === undefined) continue;
    const to = features.wordEnd;
    let at = findAnchor(table, context, { from: features.wordStart, to });
    if (at === to) continue;
    let follows = false;
    for (const segment of segmentsOf(analysis, block)) {
      if (segment.to <= at && !follows) continue;
      const found = matchSegment(plan, analysis, { ...segment, all: follows });
      raw.push(...found);
      // a sentence behind a candidate may lengthen it, however little it says alone
      follows = found.length > 0;
      if (segment.to > at) at = findAnchor(table, context, { from: segment.to, to });
    }
  }
  return raw;
}

type Raw = Omit<Candidate, 'features'>;

const WIDER_WITHOUT_SPACES = 2.5;
const SCRIPTS_WITHOUT_SPACES = new Set(['zh', 'ja', 'th']);

function matchSegment(plan: CompositionPlan, analysis: Analysis, segment: Segment & ClassRange): Raw[] {
  const { forms } = plan;
  const table = plan.table();
  const context = { text: analysis.document.text, words: analysis.words };
  const isClosed = (word: number): boolean =>
    word >= segment.to || ((analysis.words.flags[word] as number) & (WORD.afterPunctuation | WORD.afterLine)) !== 0;
  const marks = new Uint8Array(plan.formsOfClass.length);
  const begun = new Uint8Array(forms.length);
  const found: Raw[] = [];
  for (const { language, matches } of matchClasses(table, context, segment)) {
    const stretch = SCRIPTS_WITHOUT_SPACES.has(table.languages[language] ?? '') ? WIDER_WITHOUT_SPACES : 1;
    markClasses(matches, marks);
    markBegun(plan, marks, begun);
    for (let index = begun.indexOf(1); index >= 0; index = begun.indexOf(1, index + 1)) {
      const { rule, strength, form, source } = forms[index] as CompositionPlan['forms'][number];
      if (!mayMatch(form, marks)) continue;
      const range = matchForm(form, { matches, first: segment.from, stretch, isClosed });
      if (range === undefined) continue;
      const at = analysis.words.starts[range.start] as number;
      const until = analysis.words.ends[range.end - 1] as number;
      found.push({ ...segment, at, until, rule, strength, by: 'form', form: source });
    }
  }
  return found;
}

/** Marks the forms whose first step stands in a segment. */
function markBegun({ formsOfClass }: CompositionPlan, marks: Uint8Array, begun: Uint8Array): void {
  begun.fill(0);
  for (let name = marks.indexOf(1); name >= 0; name = marks.indexOf(1, name + 1))
    for (const index of formsOfClass[name] ?? []) begun[index] = 1;
}

function markCandidates({ marks }: CompositionPlan, analysis: Analysis): Raw[] {
  const { blocks } = analysis.document;
  let index = 0;
  return [...findMarks(marks, analysis), ...findRawMarks(marks, analysis)]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ owner, start, end, source }): Raw[] => {
      while (index + 1 < blocks.length && (blocks[index + 1]?.start ?? Infinity) <= start) index += 1;
      const block = blocks[index];
      const features = analysis.blocks[index];
      if (block === undefined || features === undefined) return [];
      const from = firstWord(analysis, start);
      return [
        {
          ...owner,
          by: 'mark',
          block,
          start,
          end,
          at: start,
          until: start,
          from,
          to: from + 1,
          ...(source && { source }),
        },
      ];
    });
}

/** Index of the first word that ends behind an offset. */
function firstWord({ words }: Analysis, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Confidence of each candidate; those sure of themselves lend weight to the others, and to labels of answers. */
function settle(plan: CompositionPlan, analysis: Analysis, raw: readonly Raw[]): Judged[] {
  const whole = describeWhole(plan.table(), analysis);
  const judge = (one: Candidate): Judged => ({
    ...one,
    confidence: weigh(plan.weights[one.by], one.rule.id.slice(one.rule.id.indexOf('/') + 1), one.features),
  });
  const alone = raw.map((one) => judge({ ...one, features: featuresOf(analysis, one, whole) }));
  const sure = alone.filter(({ confidence }) => confidence >= plan.weights.least);
  const closers = sure.filter(({ rule }) => rule.detect.closes === true);
  return alone.map((one) => {
    const together = sure.some((other) => other.rule !== one.rule && other.start !== one.start) ? 1 : 0;
    if (one.rule.detect.stretch === undefined) return judge({ ...one, features: { ...one.features, together } });
    const closing = closingBlock(one, closers);
    const judged = judge({ ...one, features: { ...one.features, ...describeLabel(analysis, one, closing) } });
    return closing === undefined ? judged : { ...judged, closing };
  });
}

/** Nothing surrounds what is not in the text. */
function featuresOf(analysis: Analysis, one: Raw, whole: WholeFeatures): ContextFeatures {
  return { bias: 1, [one.strength]: 1, ...(one.source === undefined && describePlace(analysis, one, whole)) };
}
