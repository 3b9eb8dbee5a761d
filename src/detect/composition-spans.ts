import type { Document } from '../model/document.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Hit } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { toSource } from '../parse/offset-map.ts';
import type { CompositionPlan, Judged } from './composition-plan.ts';

/** Sentences between two findings of one leak: at most so many code units of marks and white space. */
const MOST_BETWEEN = 3;

/** One hit for each stretch of neighbouring candidates that holds one worth reporting. */
export function joinHits({ weights }: CompositionPlan, { document }: Analysis, judged: readonly Judged[]): Hit[] {
  const sorted = [...judged].sort((a, b) => a.start - b.start || b.confidence - a.confidence);
  const hits: Hit[] = [];
  let group: Judged[] = [];
  const close = (): void => {
    const hit = hitOf(group, weights, document);
    if (hit !== undefined) hits.push(hit);
    group = [];
  };
  for (const one of sorted) {
    const last = group.at(-1);
    if (last !== undefined && !belongsTo(group, one, document.text)) close();
    group.push(one);
  }
  close();
  return hits;
}

function belongsTo(group: readonly Judged[], one: Judged, text: string): boolean {
  const end = Math.max(...group.map((other) => other.end));
  if (one.source !== undefined || group.some(({ source }) => source !== undefined)) return false;
  if (one.start < end) return true;
  const [first] = group;
  if (first?.by !== one.by || first.block !== one.block) return false;
  return one.start - end <= MOST_BETWEEN && text.slice(end, one.start).trim() === '';
}

/** The best candidate names the hit; weaker ones beside it lengthen it. */
function hitOf(group: readonly Judged[], weights: CompositionPlan['weights'], document: Document): Hit | undefined {
  const best = group.reduce<Judged | undefined>(
    (top, one) => (top && top.confidence >= one.confidence ? top : one),
    undefined,
  );
  if (best === undefined || best.confidence < weights.least) return undefined;
  const { rule, confidence, source } = best;
  const kept = group.filter((one) => one.confidence >= weights.tail);
  const start = Math.min(
    ...kept.filter((one) => one.confidence >= weights.head).map((one) => startOf(one, document.text)),
  );
  const end = withEmoji(document.text, Math.max(...kept.map((one) => endOf(one, document.text))));
  const severity = confidence >= weights.sure || rule.severity === 'info' ? rule.severity : 'warning';
  const found =
    source === undefined ? document.text.slice(start, end) : document.source.text.slice(source.start, source.end);
  return {
    rule,
    start,
    end,
    confidence,
    severity,
    values: { found },
    ...withHeadingMarks(document, best, { start, end }),
  };
}

/** A time of day or a tag before the words is not the leak: "Tue 12:30: Please provide …". */
function startOf({ by, start, at, form }: Judged, text: string): number {
  if (by === 'mark' || at - start > LONGEST_PREFIX) return start;
  const before = text.slice(start, at);
  if (PREFIX.test(before)) return at;
  const joined = form?.startsWith('^') === true ? null : EXCLAMATION.exec(before);
  return joined === null ? start : start + joined[0].length;
}

/** A short sentence that was kept with this one, see `segmentsOf`. */
const EXCLAMATION = /^[^.!?。！？]{1,60}[.!?。！？]+\s*/;

const PREFIX = /^(?:[^:]{0,20}\d[^\n]{0,40}:\s|<[^\n]*>\s*)$/;
const LONGEST_PREFIX = 160;

/** The words end where a tag closes, or where another script follows the full stop: English thoughts, a Chinese answer. */
function endOf({ by, at, end }: Judged, text: string): number {
  if (by === 'mark') return end;
  const sentence = text.slice(at, end);
  const cut = /[.!?](?=[\u3040-\u30ff\u4e00-\u9fff])|\s*<\/\w+>\s*$/.exec(sentence);
  if (cut === null) return end;
  return at + cut.index + (cut[0].length === 1 ? 1 : 0);
}

/** Emoji right behind the last sentence go with it. */
function withEmoji(text: string, end: number): number {
  const match = EMOJI.exec(text.slice(end, end + LONGEST_EMOJI));
  return match === null ? end : end + match[0].length;
}

const EMOJI = /^ ?(?:\p{Extended_Pictographic}(?:\u200d|\ufe0f)*)+/u;
const LONGEST_EMOJI = 12;

/** A whole Markdown heading goes with its marks. */
function withHeadingMarks(document: Document, { block, source }: Judged, span: Span): { source?: Span } {
  if (source !== undefined) return { source };
  if (document.source.format !== 'markdown' || block.kind !== 'heading') return {};
  if (span.start !== block.start || span.end !== block.end) return {};
  const { start, end } = toSource(document, span);
  const marks = /#{1,6}[ \t]+$/.exec(document.source.text.slice(Math.max(0, start - LONGEST_MARKS), start));
  return marks === null ? {} : { source: { start: start - marks[0].length, end } };
}

const LONGEST_MARKS = 12;
