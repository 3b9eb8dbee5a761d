import { once } from '../../text/once.ts';
import { createAdder, explainLeaves, MOST_GROUPS } from './attribution.ts';
import { measureColumn, type BlockMeasure } from './block-measures.ts';
import type { Forest } from './forest.ts';
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
  { columns: /^listed |(?:since|to) listed$/, say: () => 'known clutter around it' },
  { columns: /^place|^words before$/, say: () => 'its place in the document' },
  { columns: /prose|stretch/, say: () => 'no prose around it' },
  { columns: /^name |^names? /, say: () => 'the class or id of its element' },
  { columns: /^inside <|^role |^innermost|^depth|root/, say: () => 'the element it stands in' },
  { columns: /linked share|^links |(?:since|to) link$/, say: () => 'links in and around it' },
  { columns: /^like title|article body/, say: () => 'not in the article the page declares' },
  {
    columns: /^short run|short run$|likeness| at -?\d$| in \d+$| around|^step$|^first score/,
    say: () => 'stands among clutter',
  },
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
  const groups = model.columns.map((column) => WITNESSES.findIndex(({ columns }) => columns.test(column)));
  const addFirst = once(() => createAdder(explainLeaves(model.first, groups), model.first.trees));
  const addSecond = once(() => createAdder(explainLeaves(model.second, groups), model.second.trees));
  return ({ rows, leaves }, block) => {
    const weights = new Float64Array(MOST_GROUPS);
    addFirst()(leavesOf(leaves.first, model.first, block), weights);
    addSecond()(leavesOf(leaves.second, model.second, block), weights);
    return sayStrongest(weights, (measure) => rows[block * width + measureColumn(measure)] as number);
  };
}

function leavesOf(reached: Uint16Array, { trees }: Forest, row: number): Uint16Array {
  return reached.subarray(row * trees, (row + 1) * trees);
}

/** The weights of witnesses that were asked are gone afterwards. */
function sayStrongest(weights: Float64Array, read: Read): string {
  let said = '';
  for (let count = 0; count < STRONGEST;) {
    const witness = strongestOf(weights);
    if (witness < 0) break;
    weights[witness] = 0;
    const words = WITNESSES[witness]?.say(read);
    if (words === undefined) continue;
    said = count === 0 ? words : `${said}, ${words}`;
    count += 1;
  }
  return said;
}

/** −1 when no weight is positive. */
function strongestOf(weights: Float64Array): number {
  let strongest = -1;
  let most = 0;
  for (let witness = 0; witness < WITNESSES.length; witness += 1) {
    const weight = weights[witness] as number;
    if (weight <= most) continue;
    most = weight;
    strongest = witness;
  }
  return strongest;
}
