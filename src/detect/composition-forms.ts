import type { ClassMatch } from './composition-classes.ts';

/** How the words of a sentence must be composed. Written as in the rules, see `parseForm`. */
export interface Form {
  readonly steps: readonly Step[];
  /** Classes that must stand anywhere in the segment, one of each group. */
  readonly present: readonly (readonly number[])[];
  /** Classes that must not stand in the segment. */
  readonly absent: readonly number[];
}

export interface Step {
  readonly names: readonly number[];
  /** Most words between the step before and this one. */
  readonly gap: number;
  /** The segment begins with it. */
  readonly first: boolean;
  /** Punctuation follows it. */
  readonly closed: boolean;
}

const NEAR = 3;
const FAR = 30;
/** Words that may stand before a step that begins the segment: an emoji is none, a list number is one. */
const BEFORE_FIRST = 1;

/**
 * Reads a form: names of classes in order. `a b` = b at most three words behind a; `a .. b` = further on in the sentence; `a|b` either;
 * `^a` = the sentence begins with a; `a!` = punctuation follows a; `&a` = somewhere in the sentence; `!a` = nowhere in it.
 * @throws {Error} a sentence that names the unknown class
 */
export function parseForm(source: string, names: ReadonlyMap<string, number>): Form {
  const steps: Step[] = [];
  const present: number[][] = [];
  const absent: number[] = [];
  let gap = NEAR;
  for (const token of source.trim().split(/\s+/)) {
    if (token === '..') {
      gap = FAR;
      continue;
    }
    const ids = readNames(token.replace(/^[\^&!]|!$/g, ''), names, source);
    if (token.startsWith('!')) absent.push(...ids);
    else if (token.startsWith('&')) present.push(ids);
    else {
      steps.push({ names: ids, gap, first: token.startsWith('^'), closed: token.endsWith('!') });
      gap = NEAR;
    }
  }
  return { steps, present, absent };
}

/** All classes that a form names. */
export function classesOf(source: string): string[] {
  return source
    .split(/\s+/)
    .filter((token) => token !== '..')
    .flatMap((token) => token.replace(/^[\^&!]|!$/g, '').split('|'));
}

/**
 * The classes that a form is known by, and whether they must begin the segment: those of its first step, or of what it
 * says must be present, which is rarer.
 */
export function readAnchor(source: string): { names: string[]; first: boolean } {
  const tokens = source.split(/\s+/);
  const token = tokens.find((part) => part.startsWith('&')) ?? tokens.find((part) => !/^[!.]/.test(part)) ?? '';
  return { names: token.replace(/^[\^&]|!$/g, '').split('|'), first: token.startsWith('^') };
}

/** Marks the classes that stand in a segment, for `mayMatch`; `marks` has room for the ids of all classes. */
export function markClasses(matches: readonly ClassMatch[], marks: Uint8Array): Uint8Array {
  marks.fill(0);
  for (const { name } of matches) marks[name] = 1;
  return marks;
}

/** Whether a segment holds the classes of all steps, and none that the form forbids: most forms need no closer look. */
export function mayMatch({ steps, present, absent }: Form, marks: Uint8Array): boolean {
  for (const { names } of steps) if (!holdsAny(names, marks)) return false;
  for (const names of present) if (!holdsAny(names, marks)) return false;
  return !holdsAny(absent, marks);
}

function holdsAny(names: readonly number[], marks: Uint8Array): boolean {
  for (const name of names) if (marks[name] === 1) return true;
  return false;
}

/** Word range of the first place where a form fits that `mayMatch`, or undefined. */
export function matchForm(form: Form, segment: FormSegment): { start: number; end: number } | undefined {
  const [first] = form.steps;
  for (const match of segment.matches) {
    if (first === undefined || !mayStart(first, match, segment)) continue;
    const end = matchRest(form.steps, segment, match);
    if (end > 0) return { start: match.start, end };
  }
  return undefined;
}

function mayStart(step: Step, match: ClassMatch, segment: FormSegment): boolean {
  if (!step.names.includes(match.name)) return false;
  if (step.first && match.start - segment.first > BEFORE_FIRST) return false;
  return !step.closed || segment.isClosed(match.end);
}

export interface FormSegment {
  readonly matches: readonly ClassMatch[];
  /** Index of the segment's first word. */
  readonly first: number;
  /** Widens gaps for scripts without spaces. */
  readonly stretch: number;
  /** Whether punctuation stands in front of a word, or the segment ends there. */
  isClosed(word: number): boolean;
}

/** Walks the steps with all places reached so far, so that the work stays (steps × matches). */
function matchRest(steps: readonly Step[], segment: FormSegment, from: ClassMatch): number {
  const { matches, stretch } = segment;
  let reached: ClassMatch[] = [from];
  for (const step of steps.slice(1)) {
    const next = matches.filter(
      (match) =>
        step.names.includes(match.name) &&
        (!step.closed || segment.isClosed(match.end)) &&
        reached.some((place) => follows(match, place) && match.start - place.end <= step.gap * stretch),
    );
    if (next.length === 0) return 0;
    reached = next;
  }
  return Math.max(...reached.map(({ end }) => end));
}

/** Phrases may share words: "below is a draft" announces, and names what it announces. */
function follows(match: ClassMatch, place: ClassMatch): boolean {
  return match.start > place.start && match.end >= place.end;
}

function readNames(token: string, names: ReadonlyMap<string, number>, source: string): number[] {
  return token.split('|').map((name) => {
    const id = names.get(name);
    if (id === undefined)
      throw new Error(`Form "${source}" names the unknown word class "${name}"; see the table of classes.`);
    return id;
  });
}
