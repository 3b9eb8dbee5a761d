import { limitDepth } from './html-depth.ts';

/** Elements whose content is taken as it stands up to their end tag: to the end of the page when it is missing. */
const RAW_ELEMENTS = ['title', 'textarea', 'style', 'script', 'xmp', 'iframe', 'noframes'];

/**
 * The same text, of the same length, as the tree builder can bear it: without elements nested absurdly deep, and
 * without a start tag that would swallow the rest of the page for want of its end tag.
 */
export function makeReadable(text: string): string {
  return limitDepth(hideEndless(text));
}

function hideEndless(text: string): string {
  let readable = text;
  for (const name of RAW_ELEMENTS) {
    const start = lastTag(readable, `<${name}`);
    if (start < 0 || lastTag(readable, `</${name}`) > start) continue;
    const end = readable.indexOf('>', start) + 1;
    if (end > 0) readable = readable.slice(0, start) + ' '.repeat(end - start) + readable.slice(end);
  }
  return readable;
}

/** Tags are written in lower case or in capitals. */
function lastTag(text: string, tag: string): number {
  return Math.max(text.lastIndexOf(tag), text.lastIndexOf(tag.toUpperCase()));
}
