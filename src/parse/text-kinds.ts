import type { BlockKind, Container } from '../model/document.ts';
import { judgeLine } from './text-line-kind.ts';
import type { Line } from './text-lines.ts';
import { endsSentence } from './text-shape.ts';
import { fencedLines, markPrograms } from './text-fences.ts';
import type { LineGroup } from './text-wrap.ts';

/** What a group of lines is taken for, before and after its neighbours were looked at. */
export interface Guess {
  readonly kind: BlockKind;
  readonly container: Container;
  readonly level?: number;
}

export interface Grouped {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly groups: readonly LineGroup[];
}

const PARAGRAPH: Guess = { kind: 'paragraph', container: 'prose' };
const HEADING: Guess = { kind: 'heading', container: 'heading' };
const MENU: Guess = { kind: 'menu-entry', container: 'prose' };
const LEAST_MENU = 3;
const MOST_MENU_WORDS = 6;
const MOST_HEADING_WORDS = 14;
const LEAST_PROSE_WORDS = 15;

/** The kind of each group of lines, from its own shape and its neighbours'; in doubt a paragraph of prose. */
export function guessKinds(grouped: Grouped): Guess[] {
  const { text, lines, groups } = grouped;
  const fenced = fencedLines(text, lines);
  markPrograms(text, lines, fenced);
  const guesses = groups.map((group): Guess | undefined => {
    if (fenced[group.first] !== undefined) return fenced[group.first];
    const line = lines[group.first];
    return line === undefined ? undefined : judgeLine(text, line, lines[group.first - 1]);
  });
  markMenus(grouped, guesses);
  return guesses.map((guess, index) => settle(grouped, guesses, index) ?? guess ?? PARAGRAPH);
}

/** Stretches of at least three neighbouring short lines without sentence marks. */
function markMenus({ lines, groups }: Grouped, guesses: (Guess | undefined)[]): void {
  let first = 0;
  for (let index = 0; index <= groups.length; index += 1) {
    const line = single(lines, groups[index]);
    if (line !== undefined && guesses[index] === undefined && isMenuShape(line)) continue;
    if (index - first >= LEAST_MENU) for (let entry = first; entry < index; entry += 1) guesses[entry] = MENU;
    first = index + 1;
  }
}

function isMenuShape(line: Line): boolean {
  return line.shape.words <= MOST_MENU_WORDS && !endsSentence(line.shape) && !',;:'.includes(line.shape.last);
}

/** A short line without end mark before prose is a heading; so is a numbered line that no other item follows. */
function settle(grouped: Grouped, guesses: readonly (Guess | undefined)[], index: number): Guess | undefined {
  const line = single(grouped.lines, grouped.groups[index]);
  if (line === undefined || !isHeadingShape(line) || guesses[index + 1] !== undefined) return undefined;
  const guess = guesses[index];
  if (guess === undefined) return standsOverProse(grouped, index, line.spaced) ? HEADING : undefined;
  return mayBeHeading(guess, line) && standsOverProse(grouped, index, false) ? HEADING : undefined;
}

function mayBeHeading(guess: Guess, line: Line): boolean {
  return guess === MENU ? line.spaced : guess.kind === 'list-item' && line.shape.digits > 0;
}

/** What follows is long, or at least a sentence set apart by blank lines where those count. */
function standsOverProse({ lines, groups }: Grouped, index: number, apart: boolean): boolean {
  const next = groups[index + 1];
  const below = next === undefined ? undefined : lines[next.first];
  if (next === undefined || below === undefined) return false;
  if (next.last - next.first > 1 || below.shape.words >= LEAST_PROSE_WORDS) return true;
  return apart && below.spaced && endsSentence(below.shape);
}

function isHeadingShape({ shape }: Line): boolean {
  if (shape.words > MOST_HEADING_WORDS || shape.letters === 0) return false;
  return endsSentence(shape) ? shape.last === '?' : !',;:'.includes(shape.last);
}

function single(lines: readonly Line[], group: LineGroup | undefined): Line | undefined {
  return group !== undefined && group.last - group.first === 1 ? lines[group.first] : undefined;
}
