import { createTwoFilesPatch } from 'diff';

const CONTEXT_LINES = 2;

/** The door to `diff`: a unified diff of two texts, or nothing when they are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: CONTEXT_LINES,
  });
  return patch.replace(/^=+\n/, '');
}
