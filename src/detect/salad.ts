import type { Analysis, BlockFeatures } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf, Severity } from '../model/rule.ts';
import type { SaladDetect } from '../model/degeneration-detect.ts';
import { hashWord } from '../text/words.ts';
import { scoreSteps } from './salad-steps.ts';
import { inDocumentScope, speaks } from './scope.ts';
import type { Detector, Mechanism } from './detector.ts';

type SaladRule = RuleOf<'salad'>;

/** Half-open range of words, and how high the score rose in it. */
export interface SaladRun {
  readonly from: number;
  readonly to: number;
  readonly peak: number;
}

/**
 * Word salad: content words follow one another without the articles, prepositions, verbs and punctuation that make
 * sentences of them. Each word adds to or takes from a score; a run is a maximal stretch in which the score rises and
 * never falls by more than `drop` (the X-drop rule of sequence alignment). One finding a block.
 */
export const salad: Mechanism<'salad'> = {
  kind: 'salad',
  compile(rules): Detector {
    const compiled = rules.map((rule) => ({ rule, fillers: new Set((rule.detect.fillers ?? []).map(hashWord)) }));
    return (analysis) => {
      const chosen = compiled.find(({ rule }) => appliesTo(rule, analysis));
      if (chosen === undefined) return [];
      const { rule, fillers } = chosen;
      const steps = scoreSteps(analysis, rule.detect, fillers);
      return findRuns(steps, rule.detect).flatMap((run) => [...reportRun({ rule, analysis, steps }, run)]);
    };
  },
};

function appliesTo(rule: SaladRule, analysis: Analysis): boolean {
  return analysis.language !== 'und' && speaks(rule, analysis.language) && inDocumentScope(rule, analysis);
}

/** @param steps what each word adds to the score */
export function findRuns(steps: Float32Array, detect: SaladDetect): readonly SaladRun[] {
  const runs: SaladRun[] = [];
  let floor = 0;
  let score = 0;
  let peak = 0;
  let peakAt = -1;
  const close = (next: number): void => {
    if (peak >= detect.peak)
      runs.push({ from: onsetOf(steps, floor, { peakAt, drop: detect.onsetDrop }), to: peakAt + 1, peak });
    floor = next;
    score = 0;
    peak = 0;
  };
  for (let word = 0; word < steps.length; word += 1) {
    score += steps[word] as number;
    if (score > peak) {
      peak = score;
      peakAt = word;
    } else if (score <= 0 || score < peak - detect.drop) close(word + 1);
  }
  close(steps.length);
  return runs;
}

/** Walks back from the peak: the run begins where what lies between it and the peak adds up to most. */
function onsetOf(steps: Float32Array, floor: number, { peakAt, drop }: { peakAt: number; drop: number }): number {
  let sum = 0;
  let most = 0;
  let onset = peakAt;
  for (let word = peakAt; word >= floor && sum >= most - drop; word -= 1) {
    sum += steps[word] as number;
    if (sum > most) {
      most = sum;
      onset = word;
    }
  }
  // A step that adds belongs to a pair of words.
  return Math.max(0, onset - 1);
}

interface Report {
  readonly rule: SaladRule;
  readonly analysis: Analysis;
  readonly steps: Float32Array;
}

/** One hit a block that adds enough to the run. */
function* reportRun({ rule, analysis, steps }: Report, run: SaladRun): Iterable<Hit> {
  const { words, document } = analysis;
  const paragraphs = document.blocks.filter(({ index }) => isParagraph(analysis, index, rule.detect.blockWords));
  const start = words.starts[run.from] as number;
  const readable = paragraphs.filter((block) => block.end <= start).length;
  const sure = run.peak >= rule.detect.surePeak;
  for (const block of paragraphs) {
    const { wordStart, wordEnd } = analysis.blocks[block.index] as BlockFeatures;
    const from = Math.max(wordStart, run.from);
    const to = endOf(Math.min(wordEnd, run.to), wordEnd);
    if (from >= to || sumOf(steps, from, to) < rule.detect.blockPeak) continue;
    yield {
      rule,
      start: from === wordStart ? block.start : (words.starts[from] as number),
      end: to === wordEnd ? block.end : (words.ends[to - 1] as number),
      severity: sure ? rule.severity : lower(rule.severity),
      confidence: sure ? rule.confidence : rule.confidence * UNSURE,
      values: { paragraph: String(Math.max(1, readable)), paragraphs: String(paragraphs.length) },
    };
  }
}

/** A run that stops a word or two before its block ends takes them along. */
function endOf(to: number, wordEnd: number): number {
  return wordEnd - to <= LEFT_OVER_WORDS ? wordEnd : to;
}

const LEFT_OVER_WORDS = 2;

function sumOf(steps: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let word = from + 1; word < to; word += 1) sum += steps[word] as number;
  return sum;
}

/** How much less a finding below the sure peak is worth. */
const UNSURE = 0.8;

function lower(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : 'info';
}

function isParagraph({ blocks }: Analysis, index: number, least: number): boolean {
  const features = blocks[index];
  return features !== undefined && features.wordEnd - features.wordStart >= least;
}
