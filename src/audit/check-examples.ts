import { createComparison, createImprinter } from '../detect/index.ts';
import type { Rule } from '../model/rule.ts';
import type { Format } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { createAuditor, type Auditor } from './auditor.ts';

/**
 * Runs a rule alone over its own examples.
 * @returns complaints, one sentence each; none when every marked span of `bad` and `mistaken` is found exactly, and
 * nothing in `good` and `missed`
 */
export function checkExamples(rule: Rule): string[] {
  const language = rule.languages?.[0];
  const auditor = createAuditor({
    rules: [{ ...rule, weighs: rule.weighs === 'evidence' ? 'extent' : rule.weighs }],
    ...(language && { language }),
  });
  const checker = { auditor, format: rule.scope?.formats?.[0] ?? 'text' };
  const { bad, good, mistaken, missed } = rule.examples;
  return [
    ...bad.flatMap((example) => expectMarked(checker, 'bad', example)),
    ...mistaken.flatMap((example) => expectMarked(checker, 'mistaken', example)),
    ...good.flatMap((example) => expectSilence(checker, 'good', example)),
    ...missed.flatMap((example) => expectSilence(checker, 'missed', example)),
  ];
}

/** A line between the documents of an example of a rule that compares documents. */
const NEXT_DOCUMENT = '\n⁂\n';

interface Checker {
  readonly auditor: Auditor;
  readonly format: Format;
}

function expectMarked(checker: Checker, list: string, example: string): string[] {
  const { text, spans } = readMarks(example);
  const found = findSpans(checker, text);
  if (JSON.stringify(found) === JSON.stringify(spans)) return [];
  return [`${list} example ${JSON.stringify(example)}: found ${show(text, found)}, expected ${show(text, spans)}`];
}

function expectSilence(checker: Checker, list: string, example: string): string[] {
  const { text } = readMarks(example);
  const found = findSpans(checker, text);
  if (found.length === 0) return [];
  const hint = list === 'missed' ? ' (it is found now: move it to bad)' : '';
  return [`${list} example ${JSON.stringify(example)}: found ${show(text, found)}, expected nothing${hint}`];
}

function findSpans({ auditor, format }: Checker, text: string): Span[] {
  const comparison = createComparison(auditor.rules);
  const imprint = createImprinter(auditor.rules);
  let offset = 0;
  const parts = text.split(NEXT_DOCUMENT).map((part, index) => {
    const analysis = auditor.analyze({ id: `example ${index}`, text: part, format });
    const place = { offset, analysis, imprint: imprint(analysis) };
    offset += part.length + NEXT_DOCUMENT.length;
    comparison.add(place.imprint);
    return place;
  });
  return parts.flatMap(({ offset, analysis, imprint: made }, index) =>
    auditor
      .judge(analysis, comparison.compare(made, index))
      .findings.map(({ start, end }) => ({ start: start + offset, end: end + offset })),
  );
}

/** Takes the ⟦ ⟧ out of an example and says where they stood. */
export function readMarks(example: string): { text: string; spans: Span[] } {
  let text = '';
  let start = 0;
  const spans: Span[] = [];
  for (const piece of example.split(/([⟦⟧])/)) {
    if (piece === '⟦') start = text.length;
    else if (piece === '⟧') spans.push({ start, end: text.length });
    else text += piece;
  }
  return { text, spans };
}

function show(text: string, spans: readonly Span[]): string {
  return spans.length === 0
    ? 'nothing'
    : spans.map(({ start, end }) => JSON.stringify(text.slice(start, end))).join(' and ');
}
