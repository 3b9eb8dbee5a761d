import type { DocumentHead } from '../model/document.ts';
import { decodeReferences } from './entities.ts';
import { type HtmlNode, walkHtml } from './html-dom.ts';

type Head = { -readonly [Key in keyof DocumentHead]: DocumentHead[Key] };
type Reader = (head: Head, node: HtmlNode) => void;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['html', readLanguage],
  ['title', readTitle],
  ['meta', readMeta],
  ['link', readLink],
  ['script', readScript],
]);
const MOST_JSON = 4_000_000;

/** What the page declares about itself: title, language, canonical address, and the article of its JSON-LD. */
export function readHead(root: HtmlNode): DocumentHead {
  const head: Head = {};
  walkHtml(root, {
    enter(node) {
      if (node.name === undefined) return false;
      READERS.get(node.name)?.(head, node);
      return true;
    },
    leave() {},
  });
  return head;
}

function readLanguage(head: Head, { attribs }: HtmlNode): void {
  const language = (attribs?.['lang'] ?? attribs?.['xml:lang'])?.trim();
  if (language !== undefined && language !== '') head.language ??= language;
}

function readTitle(head: Head, node: HtmlNode): void {
  const title = clean(textOf(node.children));
  if (title !== undefined && node.parent?.name !== 'svg') head.title ??= title;
}

function readMeta(head: Head, { attribs }: HtmlNode): void {
  if ((attribs?.['property'] ?? attribs?.['name']) !== 'og:title') return;
  const headline = clean(attribs?.['content']);
  if (headline !== undefined) head.headline ??= headline;
}

function readLink(head: Head, { attribs }: HtmlNode): void {
  if (attribs?.['rel']?.toLowerCase() !== 'canonical') return;
  const canonical = clean(attribs['href']);
  if (canonical !== undefined) head.canonical ??= canonical;
}

function readScript(head: Head, { attribs, children }: HtmlNode): void {
  if (attribs?.['type']?.toLowerCase() !== 'application/ld+json') return;
  const json = textOf(children);
  if (json.length > MOST_JSON || !json.includes('articleBody')) return;
  const body = findArticleBody(json);
  if (body !== undefined && body.length > (head.articleBody?.length ?? 0)) head.articleBody = body;
}

function textOf(children: HtmlNode['children']): string {
  return (children ?? []).map((child) => child.data ?? '').join('');
}

/** The longest `articleBody` anywhere in the data; broken JSON has none. */
function findArticleBody(json: string): string | undefined {
  let longest: string | undefined;
  try {
    JSON.parse(json, (key, value: unknown) => {
      if (key === 'articleBody' && typeof value === 'string' && value.length > (longest?.length ?? 0)) longest = value;
      return value;
    });
  } catch {
    return undefined;
  }
  return longest;
}

function clean(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  const text = decodeReferences(raw).replaceAll(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
