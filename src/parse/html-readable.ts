import { limitDepth } from './html-depth.ts';

/** Elements whose content is taken as it stands up to their end tag: to the end of the page when it is missing. */
const RAW_TAG = /<(\/?)(title|textarea|style|script|xmp|iframe|noframes)\b/gi;

/**
 * The same text, of the same length, as the tree builder can bear it: without elements nested absurdly deep, and
 * without a start tag that would swallow the rest of the page for want of its end tag.
 */
export function makeReadable(text: string): string {
  return limitDepth(hideEndless(text));
}

function hideEndless(text: string): string {
  const open = new Map<string, number>();
  for (const { 1: slash, 2: name = '', index } of text.matchAll(RAW_TAG)) {
    if (slash === '') open.set(name.toLowerCase(), index);
    else open.delete(name.toLowerCase());
  }
  let readable = text;
  for (const start of open.values()) {
    const end = readable.indexOf('>', start) + 1;
    if (end > 0) readable = readable.slice(0, start) + ' '.repeat(end - start) + readable.slice(end);
  }
  return readable;
}
