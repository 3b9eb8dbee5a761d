import { attribute } from './attribution.ts';
import { measureColumn, type BlockMeasure } from './block-measures.ts';
import type { BlockModel, Judged } from './model.ts';
import { closesSentence } from './scan-marks.ts';

/** Reads one measure of the block that is explained. */
type Read = (measure: BlockMeasure) => number;

/** What measures of one kind say in words; nothing when they say nothing against the block. */
interface Witness {
  readonly columns: RegExp;
  say(read: Read): string | undefined;
}

const FEW = 0.15;
const MANY = 0.6;
const SHORT_WORDS = 12;

const WITNESSES: readonly Witness[] = [
  { columns: /^(?:words|characters|longest sentence|sentences|word length|letter share)$/, say: sayLength },
  { columns: /^(?:end|sentence marks|commas|comma share)$/, say: sayEnd },
  {
    columns: /^function word/,
    say: (read) => (within(read('function word share'), 0, FEW) ? 'hardly any function words' : undefined),
  },
  {
    columns: /^(?:capital|upper case) share$/,
    say: (read) => (read('capital share') >= MANY ? 'capitals on most words' : undefined),
  },
  {
    columns: /^(?:digit share|date|time|year)$/,
    say: (read) => (read('digit share') > 0 ? 'dates or figures' : undefined),
  },
  {
    columns: /^(?:separators|slashes|currency|addresses|copyright|link text|colons|brackets|quotes)$/,
    say: (read) =>
      read('separators') + read('copyright') + read('currency') + read('addresses') > 0
        ? 'symbols of a page'
        : undefined,
  },
  {
    columns: /^(?:copies|first copy)$/,
    say: (read) => (read('copies') > 1 ? 'the same words elsewhere in the document' : undefined),
  },
  {
    columns: /^echo$/,
    say: (read) => (within(read('echo'), 0, FEW) ? 'shares no words with the prose' : undefined),
  },
  { columns: /^place|^words before$/, say: () => 'its place in the document' },
  { columns: /prose|stretch/, say: () => 'no prose around it' },
  { columns: /^name |^names? /, say: () => 'the class or id of its element' },
  { columns: /^inside <|^role |^innermost|^depth|root/, say: () => 'the element it stands in' },
  { columns: /linked share/, say: () => 'mostly links' },
  { columns: /^like title|article body/, say: () => 'not in the article the page declares' },
  { columns: /^short run|short run$|likeness| at -?\d$| in \d+$|^first score/, say: () => 'stands among clutter' },
];

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function sayLength(read: Read): string | undefined {
  const words = Math.round(2 ** read('words') - 1);
  if (words > SHORT_WORDS) return undefined;
  return words === 0 ? 'no words' : words === 1 ? 'a single word' : `only ${words} words`;
}

function sayEnd(read: Read): string | undefined {
  const end = read('end');
  return closesSentence(end) ? undefined : 'no end of a sentence';
}

const STRONGEST = 3;

/** Explains single blocks of a document by the three kinds of measures that spoke most for clutter. */
export type Explainer = (judged: Judged, block: number) => string;

export function createExplainer(model: BlockModel): Explainer {
  const width = model.columns.length;
  const witnesses = model.columns.map((column) => WITNESSES.findIndex(({ columns }) => columns.test(column)));
  const first = { ...model.first, width };
  return ({ rows }, row) => {
    const parts = new Float64Array(width);
    attribute(first, { rows, row, parts });
    attribute(model.second, { rows, row, parts });
    const read: Read = (measure) => rows[row * width + measureColumn(measure)] as number;
    return strongest(parts, read, witnesses).join(', ');
  };
}

function strongest(parts: Float64Array, read: Read, witnesses: readonly number[]): string[] {
  const weights = new Float64Array(WITNESSES.length);
  parts.forEach((part, column) => {
    const witness = witnesses[column] as number;
    if (witness >= 0) weights[witness] = (weights[witness] as number) + part;
  });
  const said: string[] = [];
  const order = [...weights.keys()].filter((witness) => (weights[witness] as number) > 0);
  for (const witness of order.sort((a, b) => (weights[b] as number) - (weights[a] as number))) {
    const words = WITNESSES[witness]?.say(read);
    if (words !== undefined && said.push(words) === STRONGEST) break;
  }
  return said;
}
