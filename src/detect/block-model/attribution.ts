import type { Forest } from './forest.ts';

/**
 * Adds to `parts`, by column, what each question on the row's way through the trees changed (Saabas 2014). The parts and the
 * trees' middles together are the row's log odds.
 */
export function attribute(forest: Forest, { rows, row, parts }: AttributedRow): void {
  const { feature, skip, value, roots, middle } = forest;
  const offset = row * forest.width;
  for (const root of roots) {
    let node = root;
    let column = feature[node] as number;
    while (column >= 0) {
      const next = node + ((rows[offset + column] as number) < (value[node] as number) ? 1 : (skip[node] as number));
      parts[column] = (parts[column] as number) + (middle[next] as number) - (middle[node] as number);
      node = next;
      column = feature[node] as number;
    }
  }
}

interface AttributedRow {
  readonly rows: Float32Array;
  readonly row: number;
  readonly parts: Float64Array;
}
