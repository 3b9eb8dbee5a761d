import type { DocumentHead } from '../model/document.ts';
import { decodeReferences } from './entities.ts';
import { attributeOf, type HtmlTree, textOf } from './html-tree.ts';

type Head = { -readonly [Key in keyof DocumentHead]: DocumentHead[Key] };
type Reader = (head: Head, tree: HtmlTree, node: number) => void;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['html', readLanguage],
  ['title', readTitle],
  ['meta', readMeta],
  ['link', readLink],
  ['script', readScript],
]);
const MOST_JSON = 4_000_000;

/** What the page declares about itself: title, language, canonical address, and the article of its JSON-LD. */
export function readHead(tree: HtmlTree): DocumentHead {
  const head: Head = {};
  for (let node = 1; node < tree.count; node += 1) READERS.get(tree.tags[node] as string)?.(head, tree, node);
  return head;
}

function readLanguage(head: Head, tree: HtmlTree, node: number): void {
  const language = (attributeOf(tree, node, 'lang') ?? attributeOf(tree, node, 'xml:lang'))?.trim();
  if (language !== undefined && language !== '') head.language ??= language;
}

function readTitle(head: Head, tree: HtmlTree, node: number): void {
  const title = clean(textOf(tree, node));
  if (title !== undefined && tree.tags[tree.parents[node] as number] !== 'svg') head.title ??= title;
}

function readMeta(head: Head, tree: HtmlTree, node: number): void {
  if ((attributeOf(tree, node, 'property') ?? attributeOf(tree, node, 'name')) !== 'og:title') return;
  const headline = clean(attributeOf(tree, node, 'content'));
  if (headline !== undefined) head.headline ??= headline;
}

function readLink(head: Head, tree: HtmlTree, node: number): void {
  if (attributeOf(tree, node, 'rel')?.toLowerCase() !== 'canonical') return;
  const canonical = clean(attributeOf(tree, node, 'href'));
  if (canonical !== undefined) head.canonical ??= canonical;
}

function readScript(head: Head, tree: HtmlTree, node: number): void {
  if (attributeOf(tree, node, 'type')?.toLowerCase() !== 'application/ld+json') return;
  const json = textOf(tree, node);
  if (json.length > MOST_JSON || !json.includes('articleBody')) return;
  const body = findArticleBody(json);
  if (body !== undefined && body.length > (head.articleBody?.length ?? 0)) head.articleBody = body;
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
