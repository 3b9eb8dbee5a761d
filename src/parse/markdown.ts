import type { Document } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { Assembly } from './assembly.ts';
import { findFrontMatter, type FrontMatter } from './front-matter.ts';
import { limitMarks } from './markdown-limits.ts';
import { readReferences } from './markdown-links.ts';
import { enterNode, leaveNode } from './markdown-nodes.ts';
import { readMarkdown } from './markdown-tree.ts';
import { MarkdownWriter } from './markdown-writer.ts';

/** CommonMark with GFM: marks removed, a block a paragraph, heading, list item, table row or code block. */
export function parseMarkdown(source: Source): Document {
  const { text } = source;
  const assembly = new Assembly(source);
  const frontMatter = findFrontMatter(text);
  if (frontMatter !== undefined) writeFrontMatter(assembly, frontMatter);
  const readable = limitMarks(plainLineEnds(hideFrontMatter(text, frontMatter)));
  const walk = readMarkdown(readable);
  const writer = new MarkdownWriter(text, assembly, readReferences(readable, walk));
  walk(
    (node) => enterNode(writer, node),
    (node) => leaveNode(writer, node),
  );
  return assembly.finish(declaredBy(frontMatter));
}

function writeFrontMatter(assembly: Assembly, { inner }: FrontMatter): void {
  assembly.open({ kind: 'code', container: 'front-matter', spaced: true });
  assembly.verbatim(inner.start, inner.end);
  assembly.close();
}

function declaredBy(frontMatter: FrontMatter | undefined): Partial<Document> {
  if (frontMatter === undefined) return {};
  const { title, language } = frontMatter;
  return {
    ...(language === undefined ? {} : { declaredLanguage: language }),
    ...(title === undefined ? {} : { head: { title } }),
  };
}

/** The same length, so that every offset stays true. */
function hideFrontMatter(text: string, frontMatter: FrontMatter | undefined): string {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  const end = frontMatter?.outer.end ?? first;
  return end === 0 ? text : '\n'.repeat(end) + text.slice(end);
}

/** The grammar knows `\n` alone. */
function plainLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n') : text;
}
