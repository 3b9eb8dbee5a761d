import { readMarks } from '../audit/index.ts';
import type { Format } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { Rule } from '../model/rule.ts';

/** A text of which somebody has said whether an assistant's words were left in it, and which. */
export interface ChatterRecord {
  readonly id: string;
  readonly text: string;
  readonly format: Format;
  readonly label: 'leak' | 'clean';
  /** The exact words that were left, of a leak. */
  readonly leak?: string | null;
  readonly lang?: string;
}

/** Whether a value of a labelled file is such a record. */
export function isChatterRecord(record: unknown): record is ChatterRecord {
  if (typeof record !== 'object' || record === null) return false;
  const { text, label, leak } = record as Readonly<Record<string, unknown>>;
  return typeof text === 'string' && (label === 'clean' || (label === 'leak' && typeof leak === 'string'));
}

/** Every place where the leak stands in its text. */
export function placesOfLeak({ text, leak }: ChatterRecord): Span[] {
  const places: Span[] = [];
  if (typeof leak !== 'string' || leak === '') return places;
  for (let start = text.indexOf(leak); start >= 0; start = text.indexOf(leak, start + 1)) {
    places.push({ start, end: start + leak.length });
  }
  return places;
}

/** The examples of a rule as records of the project's own. */
export function recordsOfExamples({ id, examples, scope }: Rule): ChatterRecord[] {
  const format = scope?.formats?.[0] ?? 'text';
  const good = examples.good.map((text, index): ChatterRecord => ({
    id: `${id} good ${index}`,
    text,
    format,
    label: 'clean',
  }));
  const bad = examples.bad.flatMap((example, index): ChatterRecord[] => {
    const { text, spans } = readMarks(example);
    const [first] = spans;
    if (first === undefined) return [];
    return [{ id: `${id} bad ${index}`, text, format, label: 'leak', leak: text.slice(first.start, first.end) }];
  });
  return [...good, ...bad];
}

const HEAD = 80;

/** Whether findings cover half of the beginning of a leak, or one lies inside it. */
export function isLeakFound(record: ChatterRecord, findings: readonly Span[]): boolean {
  return placesOfLeak(record).some(({ start, end }) => {
    const head = Math.min(end, start + HEAD);
    const covered = findings.reduce(
      (sum, finding) => sum + Math.max(0, Math.min(head, finding.end) - Math.max(start, finding.start)),
      0,
    );
    return covered * 2 >= head - start || findings.some((finding) => finding.start >= start && finding.end <= end);
  });
}

const NEAR = 2;

/** Whether a finding has both ends of the leak, up to two code units. */
export function isLeakExact(record: ChatterRecord, findings: readonly Span[]): boolean {
  return placesOfLeak(record).some(({ start, end }) =>
    findings.some((finding) => Math.abs(finding.start - start) <= NEAR && Math.abs(finding.end - end) <= NEAR),
  );
}
