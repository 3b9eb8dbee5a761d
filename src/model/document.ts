import type { Source } from './source.ts';
import type { Span } from './span.ts';

export const BLOCK_KINDS = [
  'heading',
  'paragraph',
  'list-item',
  'table-row',
  'menu-entry',
  'byline',
  'caption',
  'quote',
  'code',
  'control',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Where a block stands. Most false alarms are container mistakes. */
export const CONTAINERS = [
  'prose',
  'heading',
  'list',
  'quotation',
  'code',
  'table',
  'dialogue',
  'verse',
  'navigation',
  'form',
  'front-matter',
] as const;
export type Container = (typeof CONTAINERS)[number];

/** A visual unit of a document. `start` and `end` are offsets in `Document.text`, trimmed of white space. */
export interface Block extends Span {
  readonly index: number;
  readonly kind: BlockKind;
  readonly container: Container;
  /** Heading level 1–6 or list depth from 1. */
  readonly level?: number;
  /** True when at least one blank line (or a paragraph boundary of the markup) stands before the block. */
  readonly spaced: boolean;
  /** What the markup says about the block; HTML only. */
  readonly element?: ElementEvidence;
}

/** What the DOM says about a block. */
export interface ElementEvidence {
  /** Lower-case tag names from the root to the innermost element, e.g. `['html', 'body', 'nav', 'ul', 'li']`. */
  readonly path: readonly string[];
  /** Lower-case class and id words of the innermost elements and their ancestors, nearest first. */
  readonly names: readonly string[];
  /** ARIA roles of the element and its ancestors, nearest first. */
  readonly roles: readonly string[];
  /** Code units of the block that lie inside links. */
  readonly linked: number;
  readonly hidden: boolean;
  /** Siblings of the same tag and class words under the same parent, the element included. */
  readonly alike: number;
  /** Identifies the nearest block-level parent; blocks of one parent share it. */
  readonly parent: number;
}

export type InlineKind = 'code' | 'link' | 'emphasis' | 'strong' | 'quotation' | 'image' | 'cell';

/** A range of `Document.text` inside a block that the markup or the quotation marks set apart. */
export interface Inline extends Span {
  readonly kind: InlineKind;
  readonly href?: string;
}

/**
 * Translates offsets of `Document.text` to offsets of `Source.text`. Segments are sorted by `plain`; a segment is
 * verbatim (as long in the source as in the text) or a replacement (an entity, a synthetic separator) that is only
 * meaningful as a whole.
 */
export interface OffsetMap {
  readonly plain: Uint32Array;
  readonly sourceStart: Uint32Array;
  readonly sourceEnd: Uint32Array;
}

/** The text that is judged, in blocks. For plain text `text` is the source text itself and there is no map. */
export interface Document {
  readonly source: Source;
  readonly text: string;
  readonly map?: OffsetMap;
  readonly blocks: readonly Block[];
  /** Sorted by `start`. */
  readonly inlines: readonly Inline[];
  /** Rule ids (or `*`) switched off by a comment in the source, each for a span of `Document.text`. */
  readonly allowances: readonly Allowance[];
  /** `lang` attribute or front matter, BCP 47. */
  readonly declaredLanguage?: string;
  /** What the document says about itself outside its text. */
  readonly head?: DocumentHead;
}

/** Declared, never checked: `<title>`, `og:title`, JSON-LD, front matter. */
export interface DocumentHead {
  readonly title?: string;
  /** `og:title`: often the headline without the site's name. */
  readonly headline?: string;
  /** schema.org `articleBody` of the page's JSON-LD. */
  readonly articleBody?: string;
  readonly canonical?: string;
  readonly language?: string;
}

export interface Allowance extends Span {
  readonly ruleId: string;
}
