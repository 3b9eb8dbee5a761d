import type { Guess } from './text-kinds.ts';
import type { Line } from './text-lines.ts';
import { SHAPE_REACH } from './text-shape.ts';

const FENCE = /^(?:`{3,}|~{3,})[^`]*$/;
const CODE: Guess = { kind: 'code', container: 'code' };

const LEAST_CODE_LINES = 3;
const LEAST_CODE_SHARE = 0.6;
const LEAST_CODE_INDENT = 2;
/** How statements of the common languages begin or end. */
const STATEMENT =
  /^(?:(?:def|class|function|func|fn|const|let|var|import|from|return|public|private|static|elif|else|try|except|finally|#include|package|print)\b.*|(?:if|for|while|with|switch|catch)\b.*[:{]|[\w.\]"')]+ ?(?:[-+*/]?=|\().*|.*[{}]|.*[=()[\]].*;|[})\]]+[,;]?)$/;
const PROSE_WORDS = 12;
/** Lines and share of a text that make it a program as a whole. */
const LEAST_PROGRAM = 12;
const PROGRAM_SHARE = 0.3;
const DEEP_INDENT = 4;
const MOST_LOOSE_WORDS = 3;

/**
 * Runs of lines that are a program's without saying so: some are indented and most are shaped like statements.
 * Conservative, because a wrong guess hides prose from most rules.
 */
export function markPrograms(text: string, lines: readonly Line[], marked: (Guess | undefined)[]): void {
  let programs = 0;
  for (let first = 0; first < lines.length;) {
    let last = first + 1;
    while (lines[last]?.spaced === false) last += 1;
    if (last - first >= LEAST_CODE_LINES && isProgram(text, lines.slice(first, last))) {
      for (let line = first; line < last; line += 1) marked[line] ??= CODE;
      programs += last - first;
    }
    first = last;
  }
  if (programs >= Math.max(LEAST_PROGRAM, lines.length * PROGRAM_SHARE)) markRest(lines, marked);
}

/** In a text that is largely a program, what looks at all like one is one. */
function markRest(lines: readonly Line[], marked: (Guess | undefined)[]): void {
  lines.forEach(({ indent, shape }, index) => {
    if (shape.symbols > 0 || indent >= DEEP_INDENT || shape.words <= MOST_LOOSE_WORDS) marked[index] ??= CODE;
  });
}

function isProgram(text: string, run: readonly Line[]): boolean {
  const base = run[0]?.indent ?? 0;
  if (!run.some(({ indent }) => indent >= base + LEAST_CODE_INDENT)) return false;
  if (run.some(({ shape }) => shape.words > PROSE_WORDS && shape.symbols === 0)) return false;
  const statements = run.filter(({ start, end }) =>
    STATEMENT.test(text.slice(start, Math.min(end, start + SHAPE_REACH))),
  );
  return statements.length >= run.length * LEAST_CODE_SHARE;
}

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
