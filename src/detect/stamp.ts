import { MONTHS } from './block-model/datedness.ts';

const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|º|\.)?`;
const DATE = new RegExp(
  [
    String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}`,
    String.raw`${DAY},? (?:de )?(?:${MONTHS})\p{L}{0,9}\.?(?:,? (?:de )?\d{4})?`,
    String.raw`(?:${MONTHS})\p{L}{0,8}\.? ${DAY}(?!\d)(?:,? \d{4})?`,
    String.raw`\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일]?`,
  ].join('|'),
  'giu',
);
const TIME =
  /(?<!\d)\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?(?!\d)(?: [A-Z]{2,4}\b)?|(?<!\d)\d{1,2} ?[ap]\.?m\b/giu;
const AGO = new RegExp(
  [
    String.raw`\d+ (?:sec|second|min|minute|hour|hr|day|week|month|year)s? ago`,
    String.raw`(?:vor|il y a|hace|há|för) \d+ \p{L}+(?: sedan)?`,
    String.raw`\d+ \p{L}+ (?:fa|geleden|temu|назад|тому|siden|sitten|önce|πριν|lalu|trước)`,
    String.raw`\d+ ?(?:分钟|分鐘|小时|小時|天|分|時間|日|분|시간|일) ?[前전]`,
  ].join('|'),
  'giu',
);
const WORD = /\p{L}[\p{L}\p{N}_.'’-]*/gu;
const GAP = ' | ';
const LONGEST_STAMP = 110;

export interface StampShape {
  /** Words that say that somebody wrote, and other words that stand beside a name and a date; lower case. */
  readonly verbs: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  /** Most words of a name. */
  readonly nameWords: number;
}

/**
 * Whether a line says who wrote something and when, and nothing else: a name, and a date with a time of day or a verb, or a time
 * such as "3 hours ago".
 */
export function isStamp(line: string, { verbs, fillers, nameWords }: StampShape): boolean {
  if (line.length > LONGEST_STAMP) return false;
  const absolute = line.replace(AGO, GAP);
  const undated = absolute.replace(DATE, GAP);
  if (undated === line) return false;
  const rest = undated.replace(TIME, GAP);
  const words = (rest.match(WORD) ?? []).map((word) => word.toLowerCase());
  const names = words.filter((word) => !verbs.has(word) && !fillers.has(word)).length;
  if (names === 0 || names > nameWords) return false;
  return absolute !== line || rest !== undated || words.some((word) => verbs.has(word));
}
