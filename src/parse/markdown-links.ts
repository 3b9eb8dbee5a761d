import type { MarkdownNode, WalkMarkdown } from './markdown-tree.ts';

/** Link reference definitions by their normalized label. */
export type References = ReadonlyMap<string, string>;

export function readReferences(text: string, walk: WalkMarkdown): References {
  const references = new Map<string, string>();
  if (!text.includes(']:')) return references;
  walk(
    (node) => {
      if (node.name !== 'LinkReference') return true;
      const label = node.children('LinkLabel')[0];
      const url = node.children('URL')[0];
      if (label === undefined) return false;
      const key = normalizeLabel(text.slice(label.from + 1, label.to - 1));
      if (!references.has(key)) references.set(key, url === undefined ? '' : bareUrl(text.slice(url.from, url.to)));
      return false;
    },
    () => {},
  );
  return references;
}

/** CommonMark's matching of labels: without case, white space collapsed. */
function normalizeLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase().toUpperCase();
}

function bareUrl(url: string): string {
  return url.startsWith('<') && url.endsWith('>') ? url.slice(1, -1) : url;
}

/** What a `Link` or `Image` node is: its text's end and its target, or nothing when its label was never defined. */
export interface LinkParts {
  readonly closing: number;
  readonly href: string;
}

export function resolveLink(text: string, node: MarkdownNode, references: References): LinkParts | undefined {
  const marks = node.children('LinkMark');
  const opening = marks[0];
  const closing = marks[1];
  if (opening === undefined || closing === undefined) return undefined;
  const url = node.children('URL')[0];
  if (url !== undefined) return { closing: closing.from, href: bareUrl(text.slice(url.from, url.to)) };
  if (marks.length > 2) return { closing: closing.from, href: '' };
  const label = node.children('LinkLabel')[0];
  const named = label === undefined ? '' : text.slice(label.from + 1, label.to - 1);
  const key = named.trim() === '' ? text.slice(opening.to, closing.from) : named;
  const href = references.get(normalizeLabel(key));
  return href === undefined ? undefined : { closing: closing.from, href };
}
