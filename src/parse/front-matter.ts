import type { Span } from '../model/span.ts';

/** The metadata between two lines of `---` (YAML) or `+++` (TOML) at the very beginning of a text. */
export interface FrontMatter {
  /** From the first fence to the end of the last one's line. */
  readonly outer: Span;
  readonly inner: Span;
  readonly title?: string;
  readonly language?: string;
}

const OPENING = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/;
const MOST_FRONT_MATTER = 20_000;
/** At least one `key: value` or `key = value` line, or it is a thematic break. */
const ENTRY = /^[ \t]*[\w.-]+[ \t]*[:=]/m;

export function findFrontMatter(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text);
  if (opening === null) return undefined;
  const first = opening[0].length;
  const head = text.slice(first, first + MOST_FRONT_MATTER);
  const closing = opening[1] === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m;
  const match = closing.exec(head.replaceAll('\r', '\n'));
  if (match === null) return undefined;
  const body = head.slice(0, match.index);
  if (!ENTRY.test(body)) return undefined;
  const title = valueOf(body, 'title');
  const language = valueOf(body, 'lang(?:uage)?');
  return {
    outer: { start: 0, end: first + match.index + match[0].length },
    inner: { start: first, end: first + match.index },
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  };
}

function valueOf(body: string, key: string): string | undefined {
  const match = new RegExp(`^${key}[ \\t]*[:=][ \\t]*(.+)$`, 'm').exec(body);
  const value = match?.[1]?.trim().replace(/^(["'])(.*)\1$/, '$2');
  return value === '' ? undefined : value;
}
