import type { Guess } from './text-kinds.ts';
import type { Line } from './text-lines.ts';

const FENCE = /^(?:`{3,}|~{3,})[^`]*$/;
const CODE: Guess = { kind: 'code', container: 'code' };

/** Lines between two fences of back quotes, the fences included; an unclosed fence opens nothing. */
export function fencedLines(text: string, lines: readonly Line[]): (Guess | undefined)[] {
  const fenced: (Guess | undefined)[] = [];
  let open = -1;
  lines.forEach((line, index) => {
    const first = text.charAt(line.start);
    if ((first !== '`' && first !== '~') || !FENCE.test(text.slice(line.start, line.end))) return;
    if (open < 0) {
      open = index;
      return;
    }
    for (let inside = open; inside <= index; inside += 1) fenced[inside] = CODE;
    open = -1;
  });
  return fenced;
}
