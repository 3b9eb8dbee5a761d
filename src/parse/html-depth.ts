/** Deeper elements than any page needs; the tree builder's cost grows with the square of the depth. */
const MOST_DEPTH = 400;
/** Elements that never hold others, or whose end tag is left out so often that counting them means nothing. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option thead tbody tfoot'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-zA-Z][^\s/<>]{0,40})[^<>]*>/g;

/**
 * The same text with the tags of elements nested deeper than 400 blanked out, so that the tree stays shallow while every
 * offset stays true. Nearly always the text itself.
 */
export function limitDepth(text: string): string {
  if (!mayBeDeep(text)) return text;
  let depth = 0;
  return text.replace(TAG, (tag, slash: string, name: string) => {
    if (UNCOUNTED.has(name.toLowerCase())) return depth > MOST_DEPTH ? blank(tag) : tag;
    if (slash === '') depth += 1;
    const kept = depth <= MOST_DEPTH;
    if (slash !== '') depth = Math.max(0, depth - 1);
    return kept ? tag : blank(tag);
  });
}

function blank(tag: string): string {
  return ' '.repeat(tag.length);
}

/** A quick count of start tags less end tags; void elements and left-out end tags only make it look deeper. */
function mayBeDeep(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const code = text.charCodeAt(at + 1);
    if (code === SLASH) depth = Math.max(0, depth - 1);
    else if ((code | LOWER) >= FIRST_LETTER && (code | LOWER) <= LAST_LETTER) depth += 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

const SLASH = 0x2f;
const LOWER = 0x20;
const FIRST_LETTER = 0x61;
const LAST_LETTER = 0x7a;
