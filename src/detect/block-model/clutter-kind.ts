import { measureColumn, type BlockMeasure } from './block-measures.ts';
import { LINE_COLUMNS } from './context-measures.ts';
import { closesSentence } from './scan-marks.ts';

const RUN = LINE_COLUMNS.indexOf('short run');
const LEAST_MENU = 3;
const MOST_MENU_WORDS = 5;
const MOST_HEADLINE_WORDS = 25;
const MOST_DATE_WORDS = 10;
const MOST_LEGAL_WORDS = 40;

/** What a block of clutter most likely was on its page, by its own row at an offset, which begins with `LINE_COLUMNS`. */
export function nameKind(rows: Float32Array, offset: number): string {
  const read = (measure: BlockMeasure): number => rows[offset + measureColumn(measure)] as number;
  const words = 2 ** read('words') - 1;
  return nameBySigns(read, words) ?? nameByShape(read, words, rows[offset + RUN] as number);
}

type Read = (measure: BlockMeasure) => number;

function nameBySigns(read: Read, words: number): string | undefined {
  if (read('copyright') > 0 && words <= MOST_LEGAL_WORDS) return 'legal footer';
  if (words <= MOST_DATE_WORDS && read('date') + read('time') > 0) return 'date line';
  if (words <= MOST_MENU_WORDS && read('currency') > 0) return 'price or figure';
  return words > 0 && read('digit share') === 1 ? 'counter or page number' : undefined;
}

function nameByShape(read: Read, words: number, run: number): string {
  const end = read('end');
  if (words <= MOST_MENU_WORDS) return run >= LEAST_MENU ? 'menu' : 'label';
  if (!closesSentence(end) && words <= MOST_HEADLINE_WORDS) return 'link or headline of another page';
  return 'text beside the article';
}
