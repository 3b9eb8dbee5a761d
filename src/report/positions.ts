export interface Position {
  /** 1-based; lines end at `\n` only. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** Translates offsets of a text to lines and columns. */
export interface Positions {
  at(offset: number): Position;
  /** The line (1-based) without its `\n`, as a half-open span of the text. */
  lineSpan(line: number): { readonly start: number; readonly end: number };
}

/** Reads the text once; each question then costs the logarithm of its number of lines. */
export function createPositions(text: string): Positions {
  const starts = lineStarts(text);
  return {
    at(offset) {
      const index = lastAtOrBefore(starts, offset);
      return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
    },
    lineSpan(line) {
      const next = starts[line];
      return { start: starts[line - 1] ?? text.length, end: next === undefined ? text.length : next - 1 };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
