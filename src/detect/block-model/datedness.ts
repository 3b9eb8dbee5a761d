import { MARK } from './scan-marks.ts';

/** Whether a short block holds a date, a time of day, a year, or the address of a page or mailbox: 1 or 0 each. */
export interface Datedness {
  readonly date: number;
  readonly time: number;
  readonly year: number;
  readonly address: number;
}

const NOTHING: Datedness = { date: 0, time: 0, year: 0, address: 0 };
const ADDRESS_ONLY: Datedness = { ...NOTHING, address: 1 };
/** Such marks only tell where they make up much of the block. */
const MOST_CHARACTERS = 160;

/** Beginnings of the months' names, as an alternation. */
export const MONTHS =
  'jan|feb|mar|apr|may|mai|jun|jul|aug|sep|set|oct|okt|out|nov|dec|dez|dic|dis|fév|avr|jui|aoû|déc|ene|abr|ago|gen|mag|giu|lug|ott|mrt|mei|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|ιαν|φεβ|μαρ|απρ|μαΐ|ιου|αυγ|σεπ|οκτ|νοε|δεκ|tam|hel|maa|huh|tou|kes|hei|elo|syy|lok|mar|jou|maj|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|जन|फ़र|मार्च|अप्रैल|मई|जून|जुल|अग|सित|अक्|नव|दिस|tháng';
const DATE = new RegExp(
  String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th|er|º|\.)?,? (?:de )?(?:${MONTHS})|(?:${MONTHS})\p{L}{0,8}\.? \d{1,2}\b|\d{4}[年년]|\d{1,2}[月월]`,
  'iu',
);
const TIME = /\b\d{1,2}[:.h]\d{2}(?!\d)|\b\d{1,2} ?[ap]\.?m\b/iu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
const ADDRESS = /https?:|www\.|\w@\w|\w\.(?:com|org|net|de|fr|ru|pl|co)\b/iu;

/** Looks at blocks of at most 160 characters; `marks` are their counts by `MARK`, which tell what needs no closer look. */
export function datedness(text: string, { start, end }: { start: number; end: number }, marks: Uint16Array): Datedness {
  if (end - start > MOST_CHARACTERS) return NOTHING;
  const dated = (marks[MARK.digit] as number) > 0;
  const addressed = mayHoldAddress(marks);
  if (!dated && !addressed) return NOTHING;
  const words = text.slice(start, end);
  const address = addressed && ADDRESS.test(words) ? 1 : 0;
  return dated ? readDate(words, address) : address === 0 ? NOTHING : ADDRESS_ONLY;
}

function readDate(words: string, address: number): Datedness {
  return { date: DATE.test(words) ? 1 : 0, time: TIME.test(words) ? 1 : 0, year: YEAR.test(words) ? 1 : 0, address };
}

/** No address does without a full stop, a colon or an @. */
function mayHoldAddress(marks: Uint16Array): boolean {
  return (
    (marks[MARK.sentenceEnd] as number) > 0 || (marks[MARK.colon] as number) > 0 || (marks[MARK.address] as number) > 0
  );
}
