import { countBefore, countWithin, findNext } from './marked-blocks.ts';
import { placeOf, type Rows } from './rows.ts';

const WINDOWS = [3, 8, 20] as const;

/** Columns of `describeLinks`. */
export const LINK_MEASURES: readonly string[] = [
  ...WINDOWS.flatMap((size) => [`links before in ${size}`, `links after in ${size}`]),
  'since link',
  'to link',
  'links in a row',
];

/** A block of which so much is linked is a link and nothing else: a headline, a name in a menu. */
const WHOLE = 0.8;
/** Lists of teasers put up to that many blocks (text, date, source) between one headline and the next. */
const LONGEST_GAP = 3;
const FARTHEST = 30;

/** Fills the columns of `LINK_MEASURES`, given the linked share of each block: how many blocks around it are links and nothing else. */
export function describeLinks(linked: Float32Array, rows: Rows): void {
  const count = linked.length;
  const sums = countBefore(linked, WHOLE);
  const next = findNext(linked, WHOLE);
  const rowSizes = sizeRows(linked);
  let last = -FARTHEST;
  for (let index = 0; index < count; index += 1) {
    const following = next[index] as number;
    let at = placeOf(rows, index);
    for (let place = 0; place < WINDOWS.length; place += 1) {
      const size = WINDOWS[place] as number;
      rows.values[at++] = countWithin(sums, index - size, index);
      rows.values[at++] = countWithin(sums, index + 1, index + 1 + size);
    }
    rows.values[at++] = Math.min(FARTHEST, index - last);
    rows.values[at++] = Math.min(FARTHEST, following < count ? following - index : FARTHEST);
    rows.values[at++] = Math.log2(1 + (rowSizes[index] as number));
    if (isWhole(linked, index)) last = index;
  }
}

function isWhole(linked: Float32Array, index: number): boolean {
  return (linked[index] as number) >= WHOLE;
}

/** For each block how many links the row of links has that it stands in, the gaps and the block below included; 0 outside. */
function sizeRows(linked: Float32Array): Int32Array {
  const sizes = new Int32Array(linked.length);
  let first = -1;
  let last = -1;
  let links = 0;
  const close = (): void => {
    if (links > 0) sizes.fill(links, first, last + 2);
  };
  for (let index = 0; index < linked.length; index += 1) {
    if (!isWhole(linked, index)) continue;
    if (links > 0 && index - last > LONGEST_GAP + 1) {
      close();
      links = 0;
    }
    if (links === 0) first = index;
    links += 1;
    last = index;
  }
  close();
  return sizes;
}
