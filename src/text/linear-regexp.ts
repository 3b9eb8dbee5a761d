import { createRequire } from 'node:module';
import { once } from './once.ts';

/** What the mechanisms need of a regular expression, whichever engine runs it. */
export interface Searcher {
  /** All matches in a text, in order; `found` is the named group of that name or the whole match. */
  search(text: string): readonly { readonly start: number; readonly end: number }[];
}

const NOTHING: readonly { readonly start: number; readonly end: number }[] = [];

/** The built-in engine, for expressions that the project ships and tests. */
export function createSearcher(pattern: string, flags: string): Searcher {
  const own = [...new Set(flags)].filter((flag) => !'gd'.includes(flag)).join('');
  const expression = new RegExp(pattern, `${own}gd`);
  // Most texts hold no match: asking so costs no copy of the expression and no indices.
  const quick = new RegExp(pattern, own);
  return {
    search(text) {
      if (!quick.test(text)) return NOTHING;
      return Array.from(text.matchAll(expression), (match) => {
        const [start, end] = match.indices?.groups?.['found'] ?? match.indices?.[0] ?? [0, 0];
        return { start, end };
      }).filter(({ start, end }) => end > start);
    },
  };
}

interface LinearMatcher {
  find(): boolean;
  start(group?: number | string): number;
  end(group?: number | string): number;
}

interface LinearEngine {
  compile(
    pattern: string,
    flags: number,
  ): { matcher(text: string): LinearMatcher; namedGroups(): Record<string, number> };
  readonly CASE_INSENSITIVE: number;
  readonly MULTILINE: number;
  readonly DOTALL: number;
}

const engine = once(() => (createRequire(import.meta.url)('re2js') as { RE2JS: LinearEngine }).RE2JS);

/**
 * The door to `re2js`: linear time in the text, whatever the expression; for expressions that users supply.
 * @throws Error when the expression needs what linear time cannot give (look-around, back-references)
 */
export function createLinearSearcher(pattern: string, flags: string): Searcher {
  const { compile, CASE_INSENSITIVE, MULTILINE, DOTALL } = engine();
  const bits =
    (flags.includes('i') ? CASE_INSENSITIVE : 0) |
    (flags.includes('m') ? MULTILINE : 0) |
    (flags.includes('s') ? DOTALL : 0);
  const compiled = compile.call(engine(), pattern, bits);
  const group = compiled.namedGroups()['found'] ?? 0;
  return {
    search(text) {
      const matches: { start: number; end: number }[] = [];
      const matcher = compiled.matcher(text);
      while (matcher.find()) {
        const named = matcher.start(group) >= 0 ? group : 0;
        if (matcher.end(named) > matcher.start(named))
          matches.push({ start: matcher.start(named), end: matcher.end(named) });
      }
      return matches;
    },
  };
}
