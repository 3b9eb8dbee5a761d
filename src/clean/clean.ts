import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { type Cut, cut } from './cut.ts';
import { keepBlocks } from './kept-blocks.ts';
import { tidyHtml } from './tidy-html.ts';
import { tidyLines } from './tidy-lines.ts';
import { tidyMarkdown } from './tidy-markdown.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

/** What the cleaned document is written as. */
export type CleanForm = 'text' | 'markdown' | 'html';

/**
 * The document without ranges of its source, such as the spans of findings. Text stays text and Markdown stays Markdown,
 * cut where they stand (unless Markdown is wanted as text); HTML becomes text, Markdown, or stays HTML with its tags
 * balanced. Removing part of a block keeps the rest of it.
 */
export function clean(document: Document, spans: readonly Span[], to: CleanForm = formOf(document)): string {
  const { format } = document.source;
  if (format === 'text' || format === to) return cutSource(document, spans).kept;
  const blocks = keepBlocks(document, spans);
  return to === 'text' ? writeText(blocks) : writeMarkdown(blocks);
}

function formOf(document: Document): CleanForm {
  return document.source.format === 'markdown' ? 'markdown' : 'text';
}

const TIDY = {
  text: (document: Document, spans: readonly Span[]) => tidyLines(document.source.text, spans),
  markdown: tidyMarkdown,
  html: tidyHtml,
} as const;

/**
 * The source with the ranges cut out, together with what was cut: `restore` gives the source back. The ranges are widened
 * by the white space, marks and emptied elements that would otherwise be left standing around nothing.
 */
export function cutSource(document: Document, spans: readonly Span[]): Cut {
  return cut(document.source.text, TIDY[document.source.format](document, spans));
}
