/** Rows of measures, one a block, one after another. Whoever describes blocks fills the columns from `from` on. */
export interface Rows {
  readonly values: Float32Array;
  /** Columns of a row. */
  readonly width: number;
  readonly from: number;
}

export function createRows(count: number, width: number): Rows {
  return { values: new Float32Array(count * width), width, from: 0 };
}

/** Where the part of a row that is to be filled begins in `values`. */
export function placeOf({ width, from }: Rows, row: number): number {
  return row * width + from;
}
