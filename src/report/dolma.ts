import type { LocatedReport } from './locate.ts';
import type { ReportWriter } from './writer.ts';

type DolmaSpan = [start: number, end: number, score: number];

/**
 * Attributes beside the data, as the Dolma toolkit reads them: a JSON line a document, for each rule its spans with the
 * confidence. Offsets are characters of a Python string: code points, not UTF-16 code units.
 */
export function createDolmaWriter(): ReportWriter {
  return {
    begin: () => '',
    document: (report, source) =>
      `${JSON.stringify({ id: report.id, attributes: attributesOf(report, source.text) })}\n`,
    unreadable: () => '',
    end: () => '',
  };
}

function attributesOf(report: LocatedReport, text: string): Record<string, DolmaSpan[]> {
  const offsets = codePointOffsets(text, report);
  const at = (offset: number): number => offsets.get(offset) ?? offset;
  const attributes: Record<string, DolmaSpan[]> = {
    dross__document__score: [[0, at(text.length), report.score / 100]],
  };
  for (const { ruleId, start, end, confidence } of report.findings) {
    (attributes[`dross__${ruleId.replace('/', '__').replaceAll('-', '_')}`] ??= []).push([
      at(start),
      at(end),
      confidence,
    ]);
  }
  return attributes;
}

/** Translates the offsets a report mentions in one pass over the text. */
function codePointOffsets(text: string, report: LocatedReport): Map<number, number> {
  const wanted = [...new Set([...report.findings.flatMap(({ start, end }) => [start, end]), text.length])];
  wanted.sort((a, b) => a - b);
  const offsets = new Map<number, number>();
  let pairs = 0;
  let from = 0;
  for (const offset of wanted) {
    for (; from < offset; from += 1) if (isLowHalf(text, from)) pairs += 1;
    offsets.set(offset, offset - pairs);
  }
  return offsets;
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xdc00 || code > 0xdfff) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
