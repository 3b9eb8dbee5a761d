import { isByline, isCaption } from './labels.ts';
import type { Line } from './text-lines.ts';
import type { Guess } from './text-kinds.ts';
import { markerLength } from './text-marks.ts';
import { endsSentence, looksTabular, SHAPE_REACH } from './text-shape.ts';

/** Longer lines are no label of anything. */
const MOST_LABEL = 300;
const CODE_INDENT = 4;
const CODE_SYMBOLS = 0.12;

/** What a line shows by itself; nothing when it could be a paragraph, a heading or a menu entry. */
export function judgeLine(text: string, line: Line, above: Line | undefined): Guess | undefined {
  const first = text.charAt(line.start);
  if (first === '#') return hashHeading(text, line);
  if (first === '>' && text.charCodeAt(line.start + 1) <= 32) return { kind: 'quote', container: 'quotation' };
  if (isTableRow(text, line)) return { kind: 'table-row', container: 'table' };
  if (isCode(text, line, above)) return { kind: 'code', container: 'code' };
  if (markerLength(text, line) > 0) return { kind: 'list-item', container: 'list', level: 1 };
  return judgeWords(text, line);
}

function hashHeading(text: string, line: Line): Guess | undefined {
  let level = 1;
  while (text.charAt(line.start + level) === '#') level += 1;
  if (level > 6 || text.charCodeAt(line.start + level) !== 32) return undefined;
  return { kind: 'heading', container: 'heading', level };
}

function isTableRow(text: string, { start, shape }: Line): boolean {
  if (text.charAt(start) === '|') return shape.pipes > 1;
  if (shape.tabs === 0 && shape.gaps < 2) return false;
  return looksTabular(shape) && (!endsSentence(shape) || shape.tabs > 1);
}

function isCode(text: string, line: Line, above: Line | undefined): boolean {
  const { shape } = line;
  const dense = shape.symbols >= 2 && shape.symbols > Math.min(line.end - line.start, SHAPE_REACH) * CODE_SYMBOLS;
  if (line.indent >= CODE_INDENT && (line.spaced || (above !== undefined && above.indent >= CODE_INDENT))) {
    return dense || (shape.symbols > 0 && '{};'.includes(shape.last));
  }
  return (
    dense &&
    '{};>'.includes(text.charAt(line.end - 1)) &&
    !/^(?:\[|https?:)/.test(text.slice(line.start, line.start + 6))
  );
}

function judgeWords(text: string, line: Line): Guess | undefined {
  if (line.end - line.start > MOST_LABEL) return undefined;
  const words = text.slice(line.start, line.end);
  if (isByline(words)) return { kind: 'byline', container: 'prose' };
  return isCaption(words) ? { kind: 'caption', container: 'prose' } : undefined;
}
