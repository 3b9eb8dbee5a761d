import { WORD, type Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Family, MetricDetect, RuleOf } from '../model/rule.ts';
import type { Span } from '../model/span.ts';
import type { Mechanism } from './detector.ts';
import { MEASURES, SLOW_MEASURES, type Measure, type WordRange } from './measures.ts';
import { inBlockScope, inDocumentScope, speaks } from './scope.ts';

/** What is measured: the whole document, each block, or each stretch of words of a block with no punctuation between them. */
type Unit = 'document' | 'block' | 'stretch';
const UNITS: readonly string[] = ['document', 'block', 'stretch'] satisfies Unit[];

interface Piece extends Span, WordRange {}

/** Measures above or below a limit; `measure` is `<unit>.<measure>`, the unit of the first is the span that is reported. */
export const metric: Mechanism<'metric'> = {
  kind: 'metric',
  compile(rules) {
    const compiled = rules.map(compileRule);
    return (analysis, earlier) => {
      const known = new Map<string, readonly Piece[]>();
      return compiled.flatMap((one) =>
        inDocumentScope(one.rule, analysis) ? measure(one, analysis, { earlier, known }) : [],
      );
    };
  },
};

interface Condition {
  readonly unit: Unit;
  readonly measure: Measure;
  readonly above: number;
  readonly below: number;
  /** Looks at the letters of the words, not only at their flags. */
  readonly slow: boolean;
}

interface Compiled {
  readonly rule: RuleOf<'metric'>;
  /** Of the first condition: what is measured and reported. */
  readonly unit: Unit;
  /** The quickest first. */
  readonly conditions: readonly Condition[];
  /** Rules with the same reach measure the same pieces. */
  readonly reach: string;
}

function compileRule(rule: RuleOf<'metric'>): Compiled {
  const { detect } = rule;
  const conditions = [detect, ...(detect.and ?? [])].map((condition) => readCondition(rule.id, condition));
  const { unit } = conditions[0] as Condition;
  return {
    rule,
    unit,
    conditions: conditions.toSorted((one, other) => Number(one.slow) - Number(other.slow)),
    reach: JSON.stringify([unit, rule.scope, rule.languages]),
  };
}

interface Measuring {
  readonly earlier: readonly Hit[];
  /** Pieces of the document by the reach of the rules that measure them. */
  readonly known: Map<string, readonly Piece[]>;
}

function measure(
  { rule, unit, conditions, reach }: Compiled,
  analysis: Analysis,
  { earlier, known }: Measuring,
): Hit[] {
  let pieces = known.get(reach);
  if (pieces === undefined) known.set(reach, (pieces = piecesOf(rule, analysis, unit)));
  const whole = wholeOf(analysis);
  const found = pieces.filter((piece) =>
    conditions.every((condition) => {
      const value = condition.measure(analysis, condition.unit === 'document' ? whole : piece);
      return value > condition.above && value < condition.below;
    }),
  );
  if (found.length === 0) return [];
  const taken = spansOf(earlier, rule.family);
  return found
    .filter((piece) => !taken.some((span) => span.start < piece.end && piece.start < span.end))
    .map((piece) => ({ rule, start: piece.start, end: piece.end, values: { words: String(piece.to - piece.from) } }));
}

/** Places that a mechanism which looks closer has reported already; it knows better where they begin. */
function spansOf(earlier: readonly Hit[], family: Family): readonly Span[] {
  return earlier.filter(({ rule }) => rule.family === family && rule.detect.kind !== 'metric');
}

/** @throws Error when the rule asks for a measure that does not exist */
function readCondition(
  id: string,
  { measure, above, below }: Pick<MetricDetect, 'measure' | 'above' | 'below'>,
): Condition {
  const [unit, name] = measure.split('.') as [string, string | undefined];
  const found = MEASURES[name ?? ''];
  if (!UNITS.includes(unit) || found === undefined)
    throw new Error(
      `${id}: no measure "${measure}"; it is one of ${UNITS.join(', ')}, a full stop, and one of ${Object.keys(MEASURES).join(', ')}`,
    );
  return {
    unit: unit as Unit,
    measure: found,
    above: above ?? -Infinity,
    below: below ?? Infinity,
    slow: SLOW_MEASURES.has(name ?? ''),
  };
}

function wholeOf({ document, words }: Analysis): Piece {
  const { blocks } = document;
  return { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0, from: 0, to: words.count };
}

function piecesOf(rule: RuleOf<'metric'>, analysis: Analysis, unit: Unit): Piece[] {
  if (unit === 'document')
    return analysis.words.count > 0 && speaks(rule, analysis.language) ? [wholeOf(analysis)] : [];
  const pieces: Piece[] = [];
  for (const block of analysis.document.blocks) {
    if (!inBlockScope(rule, analysis, block)) continue;
    const features = analysis.blocks[block.index];
    if (features === undefined || features.wordEnd === features.wordStart) continue;
    const piece = { start: block.start, end: block.end, from: features.wordStart, to: features.wordEnd };
    if (unit === 'block') pieces.push(piece);
    else addStretches(pieces, analysis, piece);
  }
  return pieces;
}

/** Line breaks do not part a stretch. The mark that ends it belongs to it. */
function addStretches(pieces: Piece[], analysis: Analysis, block: Piece): void {
  const { document, words } = analysis;
  const { from, to } = block;
  let first = from;
  for (let word = from + 1; word <= to; word += 1) {
    if (word < to && !isParted(analysis, word)) continue;
    const end = words.ends[word - 1] as number;
    const start = first === from ? block.start : (words.starts[first] as number);
    pieces.push({ start, end: word === to ? block.end : endOfMark(document.text, end), from: first, to: word });
    first = word;
  }
}

function endOfMark(text: string, end: number): number {
  return '.!?…'.includes(text.charAt(end)) ? end + 1 : end;
}

/** Whether punctuation stands before a word: a hyphen between blanks is a dash, a mark inside a number is none. */
function isParted({ document, words }: Analysis, word: number): boolean {
  const flags = words.flags[word] as number;
  const [start, end] = [words.ends[word - 1] as number, words.starts[word] as number];
  if ((flags & WORD.afterPunctuation) !== 0) return end - start > 1 || (flags & WORD.digit) === 0;
  return end - start > 2 && document.text.slice(start, end).includes('-');
}
