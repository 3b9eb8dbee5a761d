import type { LabelledLine } from './labelled-lines.ts';

const DATE_OR_BYLINE =
  /\b(?:19|20)\d\d\b|\d{1,2}:\d\d|^(?:by|posted|published|written|updated|last updated|story by)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|correspondent|staff writer|reporter/i;
const LONGEST_HEAD = 25;
const NEAR_HEAD = 4;
const LONGEST_HEAD_LINE = 100;
const HEAD_WEIGHT = 4;
const LONGEST_SOURCE = 40;

/**
 * The title above the article, and dates, bylines and sources between the two, are part of it: a reader wants them, whatever
 * the labels of a corpus say. Other lines there are left out.
 */
export function keepHead(page: readonly LabelledLine[]): readonly LabelledLine[] {
  const first = page.findIndex(({ y }) => y === 1);
  if (first < 0) return page;
  const title = page.findLastIndex(({ k }, index) => index < first && first - index < LONGEST_HEAD && k === 'title');
  const from = title >= 0 ? title : first - NEAR_HEAD;
  const near = title >= 0 && first - title <= NEAR_HEAD;
  const lines = page.map((line, index): LabelledLine => {
    if (index === title) return { ...line, y: 1, weight: HEAD_WEIGHT };
    return index > from && index < first ? labelHeadLine(line, near) : line;
  });
  if (!near) doubtLead(lines, first);
  return keepSignature(lines);
}

function labelHeadLine(line: LabelledLine, near: boolean): LabelledLine {
  if (line.y !== 0 || line.t.length > LONGEST_HEAD_LINE) return line;
  if (DATE_OR_BYLINE.test(line.t)) return { ...line, y: 1, weight: HEAD_WEIGHT / 2 };
  if (!near) return line;
  return { ...line, y: line.listed === 0 && line.t.length <= LONGEST_SOURCE ? 1 : null };
}

const NEAR_LEAD = 2;

/** Without a title near, short lines right above the article may be its kicker or its byline: nobody knows. */
function doubtLead(lines: LabelledLine[], first: number): void {
  for (let index = Math.max(0, first - NEAR_LEAD); index < first; index += 1) {
    const line = lines[index] as LabelledLine;
    if (line.y === 0 && line.listed === 0 && line.t.length <= LONGEST_SOURCE) lines[index] = { ...line, y: null };
  }
}

const SIGNATURE =
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|contributed to this|\b(?:with files from|brought to you by)\b|^(?:last )?(?:updated|modified|posted|published)\b|\b(?:reporting|writing|editing) by\b|^\W*(?:source|via|photos?|written by|by)\b|^[(—–-]{1,2}\s?\p{Lu}[\p{L}. /]{1,40}\)?$/iu;
const COPYRIGHT = /©|\(c\)|\bcopyright\b/iu;
const NEAR_END = 3;

/** So are an address, a credit or an agency's sign right below it. */
function keepSignature(lines: readonly LabelledLine[]): LabelledLine[] {
  const last = lines.findLastIndex(({ y }) => y === 1);
  return lines.map((line, index) => {
    if (line.y !== 0 || index <= last || index > last + NEAR_END || line.t.length > LONGEST_HEAD_LINE) return line;
    if (SIGNATURE.test(line.t)) return { ...line, y: 1 as const };
    return COPYRIGHT.test(line.t) ? { ...line, y: null } : line;
  });
}
