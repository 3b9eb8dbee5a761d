import { FAMILIES, type Family } from '../model/rule.ts';
import type { Format } from '../model/source.ts';
import type { LabelledHtml } from './labelled-html.ts';
import type { LabelledPage } from './labelled-lines.ts';

/** A place of a document and what it is: a family of defects, `null` when nobody knows, `content` when nothing is wrong. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly family: Family | 'content' | null;
}

/** A document with labels, ready to be compared with findings. */
export interface LabelledDocument {
  readonly id: string;
  readonly text: string;
  readonly format: Format;
  /** What is not labelled is taken for sound. */
  readonly labels: readonly Label[];
  /** The families somebody looked for. */
  readonly families: readonly Family[];
}

/** A record that is no labelled document; the message says what is wrong. */
export class LabelProblem extends Error {}

/**
 * Reads one labelled record. `{id, lines: [{t, y}]}` and `{id, html, spans: [{o, y}]}` label clutter, as training pages do;
 * `{id, text, format?, labels: [{start, end, family}], families?}` labels any family, code units of `text`.
 * @throws LabelProblem
 */
export function readLabelledRecord(record: unknown, place: string): LabelledDocument {
  if (typeof record !== 'object' || record === null) throw new LabelProblem(`${place}: a record must be an object.`);
  const id = 'id' in record ? String(record.id) : place;
  const { lines, html, spans, text, labels } = record as Readonly<Record<string, unknown>>;
  if (Array.isArray(lines)) return fromLines(id, record as unknown as LabelledPage);
  if (typeof html === 'string' && Array.isArray(spans)) return fromHtml(id, record as unknown as LabelledHtml);
  if (typeof text === 'string' && Array.isArray(labels)) return fromLabels(id, record as unknown as FreeRecord, place);
  throw new LabelProblem(`${place}: a record needs "lines", "html" with "spans", or "text" with "labels".`);
}

function fromLines(id: string, { lines }: LabelledPage): LabelledDocument {
  let start = 0;
  const labels = lines.map(({ t, y }) => {
    const label = { start, end: start + t.length, family: familyOf(y) };
    start = label.end + 1;
    return label;
  });
  return { id, text: lines.map(({ t }) => t).join('\n'), format: 'text', labels, families: ['clutter'] };
}

function fromHtml(id: string, { html, spans }: LabelledHtml): LabelledDocument {
  const labels: Label[] = [];
  let from = 0;
  for (const { o, y } of spans) {
    // markup between labelled places is nobody's
    if (o[0] > from) labels.push({ start: from, end: o[0], family: null });
    labels.push({ start: o[0], end: o[1], family: familyOf(y) });
    from = o[1];
  }
  labels.push({ start: from, end: html.length, family: null });
  return { id, text: html, format: 'html', labels, families: ['clutter'] };
}

function familyOf(y: 0 | 1 | null): Label['family'] {
  if (y === null) return null;
  return y === 0 ? 'clutter' : 'content';
}

interface FreeRecord {
  readonly text: string;
  readonly format?: Format;
  readonly labels: readonly { readonly start: number; readonly end: number; readonly family: string | null }[];
  readonly families?: readonly Family[];
}

function fromLabels(id: string, record: FreeRecord, place: string): LabelledDocument {
  const { text, format = 'text', labels, families = FAMILIES } = record;
  const known = new Set<string>([...FAMILIES, 'content']);
  for (const { start, end, family } of labels) {
    if (family !== null && !known.has(family)) {
      throw new LabelProblem(`${place}: unknown family "${family}"; known: ${[...known].join(', ')}.`);
    }
    if (!(start >= 0 && end > start && end <= text.length)) {
      throw new LabelProblem(
        `${place}: the label ${start}–${end} does not lie in a text of ${text.length} code units.`,
      );
    }
  }
  return { id, text, format, labels: labels as readonly Label[], families };
}
