import type { Block } from '../../model/document.ts';

/** Log odds of clutter, in tenths, of blocks inside elements whose class or id holds a word. */
export type NameScores = Readonly<Record<string, number>>;

const TENTHS = 10;
/** Names of the element itself and its nearest ancestors. */
const NEAREST = 4;
const DECAY = 0.85;

export interface NameMeasures {
  readonly least: Float32Array;
  readonly most: Float32Array;
  readonly nearest: Float32Array;
  readonly sum: Float32Array;
}

/** What the class and id words of each block and its ancestors say. Blocks of one element share the answer. */
export function measureNames(blocks: readonly Block[], scores: NameScores): NameMeasures {
  const known = new Map<readonly string[], readonly number[]>();
  const table = new Map(Object.entries(scores));
  const columns = [0, 1, 2, 3].map(() => new Float32Array(blocks.length));
  blocks.forEach((block, index) => {
    const names = block.element?.names ?? [];
    let found = known.get(names);
    if (found === undefined) {
      found = weighNames(names, table);
      known.set(names, found);
    }
    found.forEach((value, column) => {
      (columns[column] as Float32Array)[index] = value;
    });
  });
  const [least, most, nearest, sum] = columns as [Float32Array, Float32Array, Float32Array, Float32Array];
  return { least, most, nearest, sum };
}

function weighNames(names: readonly string[], table: ReadonlyMap<string, number>): readonly number[] {
  let least = 0;
  let most = 0;
  let nearest = 0;
  let sum = 0;
  let weight = 1;
  names.forEach((name, place) => {
    const score = (table.get(name) ?? 0) / TENTHS;
    if (score < least) least = score;
    if (score > most) most = score;
    if (place < NEAREST) nearest += score;
    sum += score * weight;
    weight *= DECAY;
  });
  return [least, most, nearest, sum];
}
