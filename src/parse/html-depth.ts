/** Deeper elements than any page needs; the tree builder's cost grows with the square of the depth. */
export const MOST_DEPTH = 400;
/** Elements that never hold others, or whose end tag is left out so often that counting them means nothing. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option thead tbody tfoot'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-zA-Z][^\s/<>]{0,40})[^<>]*>/g;

/**
 * The same text with the tags of elements nested deeper than 400 blanked out, so that the tree stays shallow while every
 * offset stays true. Without a tree it can only count tags, left-out end tags and all: for pages that are known to be deep.
 */
export function limitDepth(text: string): string {
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
