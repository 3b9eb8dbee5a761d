import type { Span } from '../model/span.ts';
import type { Assembly } from './assembly.ts';
import { findWithin, lineEnd } from './source-lines.ts';

/** Writes part of a table cell, where `\|` is a pipe wherever it stands. */
export function writeCell(assembly: Assembly, source: string, { start, end }: Span): void {
  let at = start;
  for (let pipe = findPipe(source, at, end); pipe >= 0; pipe = findPipe(source, at, end)) {
    assembly.verbatim(at, pipe);
    assembly.replace('|', pipe, pipe + 2);
    at = pipe + 2;
  }
  assembly.verbatim(at, end);
}

function findPipe(source: string, start: number, end: number): number {
  return findWithin(source, '\\|', { start, end });
}

/** Writes code as it stands, its line ends made plain. */
export function writeLines(assembly: Assembly, source: string, { start, end }: Span): void {
  let at = start;
  while (at < end) {
    const line = lineEnd(source, at, end);
    assembly.verbatim(at, line.end);
    if (line.next > line.end) assembly.replace('\n', line.end, line.next);
    at = line.next;
  }
}
