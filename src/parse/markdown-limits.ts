/**
 * Marks in one paragraph, or at the beginning of one line, beyond which they are noise. The grammar looks back over all
 * open marks for each new one, so that a text made of nothing else would take time by the square of its length.
 */
const MOST_BRACKETS = 500;
const MOST_DELIMITERS = 1000;
const MOST_NESTING = 60;

const BRACKETS = /\[/g;
const DELIMITERS = /[*_~]/g;
const NESTED = new RegExp(String.raw`^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){${MOST_NESTING},}`, 'gm');
const PARAGRAPH_ENDS = /(\n[ \t]*\n)/;
/** Stands for a mark that is not to be read as one. */
const PLAIN = 'x';

/** The same length; marks in absurd numbers are replaced by letters. Nearly always the text itself. */
export function limitMarks(text: string): string {
  const flat = text.replace(NESTED, (marks) => marks.replaceAll(/\S/g, PLAIN));
  if (!exceeds(flat, BRACKETS, MOST_BRACKETS) && !exceeds(flat, DELIMITERS, MOST_DELIMITERS)) return flat;
  return flat.split(PARAGRAPH_ENDS).map(limitParagraph).join('');
}

function limitParagraph(text: string): string {
  const tamed = exceeds(text, BRACKETS, MOST_BRACKETS) ? text.replaceAll(BRACKETS, PLAIN) : text;
  return exceeds(tamed, DELIMITERS, MOST_DELIMITERS) ? tamed.replaceAll(DELIMITERS, PLAIN) : tamed;
}

function exceeds(text: string, mark: RegExp, most: number): boolean {
  if (text.length <= most) return false;
  let count = 0;
  for (const _ of text.matchAll(mark)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}
