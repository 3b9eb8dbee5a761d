const NO_VALUES: Readonly<Record<string, string>> = {};

/** A rule's message with each `{name}` that has a value replaced by it: one line, and no more than 60 characters of it. */
export function fillMessage(message: string, values: Readonly<Record<string, string>> = NO_VALUES): string {
  let filled = '';
  let from = 0;
  for (let open = message.indexOf('{'); open >= 0; open = message.indexOf('{', Math.max(from, open + 1))) {
    const close = message.indexOf('}', open);
    if (close < 0) break;
    const value = values[message.slice(open + 1, close)];
    if (value === undefined) continue;
    filled += message.slice(from, open) + shorten(value);
    from = close + 1;
  }
  return filled + message.slice(from);
}

const MOST_CHARACTERS = 60;
/** More code units than that many characters can have. */
const ENOUGH = 2 * MOST_CHARACTERS + 2;

function shorten(value: string): string {
  const line = toLine(value);
  let end = 0;
  for (let count = 0; count < MOST_CHARACTERS && end < line.length; count += 1)
    end += (line.codePointAt(end) as number) > 0xffff ? 2 : 1;
  return end < line.length ? `${line.slice(0, end)}…` : line;
}

const LONG = 4 * ENOUGH;
const UNEVEN = /\s\s|[^\S ]/;

/** The value, or enough of it, with white space collapsed and none at its ends. */
function toLine(value: string): string {
  if (value.length <= LONG) return collapse(value);
  const beginning = collapse(value.slice(0, LONG));
  return beginning.length > ENOUGH ? beginning : collapse(value);
}

function collapse(value: string): string {
  return (UNEVEN.test(value) ? value.replaceAll(/\s+/g, ' ') : value).trim();
}
