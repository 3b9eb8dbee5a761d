import { limitDepth, MOST_DEPTH } from './html-depth.ts';
import { readShallowTree } from './html-parser.ts';

/** Elements whose content is taken as it stands up to their end tag: to the end of the page when it is missing. */
const RAW_TAG = /<\/?(?:title|textarea|style|script|xmp|iframe|noframes)\b/gi;

/**
 * The same text, of the same length, as the tree builder can bear it: without elements nested absurdly deep, and
 * without a start tag that would swallow the rest of the page for want of its end tag.
 */
export function makeReadable(text: string): string {
  const ended = hideEndless(text);
  return readShallowTree(ended, MOST_DEPTH) === undefined ? limitDepth(ended) : ended;
}

/** The same text with a start tag blanked out whose element would swallow the rest of the page. */
export function hideEndless(text: string): string {
  const open = new Map<string, number>();
  const tags = new RegExp(RAW_TAG);
  // `test` and a look back: the matches of a page's hundred scripts would be most of the garbage that reading it makes
  while (tags.test(text)) {
    const start = text.lastIndexOf('<', tags.lastIndex);
    const name = text.slice(start + 1, tags.lastIndex).toLowerCase();
    if (name.startsWith('/')) open.delete(name.slice(1));
    else open.set(name, start);
  }
  let readable = text;
  for (const start of open.values()) {
    const end = readable.indexOf('>', start) + 1;
    if (end > 0) readable = readable.slice(0, start) + ' '.repeat(end - start) + readable.slice(end);
  }
  return readable;
}
