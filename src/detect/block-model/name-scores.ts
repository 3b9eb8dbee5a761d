import type { Block } from '../../model/document.ts';

/** Log odds of clutter, in tenths, of blocks inside elements whose class or id holds a word. */
export type NameScores = Readonly<Record<string, number>>;

const TENTHS = 10;
/** Names of the element itself and its nearest ancestors. */
const NEAREST = 4;
const DECAY = 0.85;

/** `NameScores` made ready to be looked up, no longer in tenths. */
export type NameTable = ReadonlyMap<string, number>;

export function loadNames(scores: NameScores): NameTable {
  return new Map(Object.entries(scores).map(([name, score]) => [name, score / TENTHS]));
}

export interface NameMeasures {
  readonly least: Float32Array;
  readonly most: Float32Array;
  readonly nearest: Float32Array;
  readonly sum: Float32Array;
}

/** What the class and id words of each block and its ancestors say. Blocks of one element share the answer. */
export function measureNames(blocks: readonly Block[], table: NameTable): NameMeasures {
  const count = blocks.length;
  const measures = {
    least: new Float32Array(count),
    most: new Float32Array(count),
    nearest: new Float32Array(count),
    sum: new Float32Array(count),
  };
  const known = new Map<readonly string[], number>();
  for (let index = 0; index < count; index += 1) {
    const names = blocks[index]?.element?.names;
    if (names === undefined || names.length === 0) continue;
    const same = known.get(names);
    if (same === undefined) {
      known.set(names, index);
      weighNames(measures, index, { names, table });
    } else copyMeasures(measures, same, index);
  }
  return measures;
}

function copyMeasures({ least, most, nearest, sum }: NameMeasures, from: number, to: number): void {
  least[to] = least[from] as number;
  most[to] = most[from] as number;
  nearest[to] = nearest[from] as number;
  sum[to] = sum[from] as number;
}

function weighNames(
  measures: NameMeasures,
  index: number,
  { names, table }: { names: readonly string[]; table: NameTable },
): void {
  let least = 0;
  let most = 0;
  let nearest = 0;
  let sum = 0;
  let weight = 1;
  for (let place = 0; place < names.length; place += 1) {
    const score = table.get(names[place] as string) ?? 0;
    if (score < least) least = score;
    if (score > most) most = score;
    if (place < NEAREST) nearest += score;
    sum += score * weight;
    weight *= DECAY;
  }
  measures.least[index] = least;
  measures.most[index] = most;
  measures.nearest[index] = nearest;
  measures.sum[index] = sum;
}
