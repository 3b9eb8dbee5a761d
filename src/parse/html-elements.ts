import type { BlockKind, InlineKind } from '../model/document.ts';
import { once } from '../text/once.ts';

/** What an element does to the text around and inside it; bits. */
export const ELEMENT = {
  /** Begins and ends blocks. */
  block: 1,
  /** Stands apart from its neighbours as paragraphs do. */
  spaced: 2,
  /** Holds no text of the page. */
  skipped: 4,
  /** Keeps its white space. */
  verbatim: 8,
  /** A list, whose items lie one deeper. */
  list: 16,
  cell: 32,
} as const;

const NAMES: readonly (readonly [number, string])[] = [
  [
    ELEMENT.block,
    'address article aside body center details dialog div fieldset figure footer form header hgroup html',
  ],
  [
    ELEMENT.block,
    'main nav search section summary thead tbody tfoot tr figcaption caption legend optgroup option button',
  ],
  [ELEMENT.block, 'label select textarea li dt dd noframes frameset'],
  [ELEMENT.block | ELEMENT.cell, 'td th'],
  [ELEMENT.block | ELEMENT.spaced, 'p h1 h2 h3 h4 h5 h6 blockquote hr table'],
  [ELEMENT.block | ELEMENT.spaced | ELEMENT.verbatim, 'pre listing xmp plaintext'],
  [ELEMENT.block | ELEMENT.spaced | ELEMENT.list, 'ul ol dl dir menu'],
  [ELEMENT.skipped, 'script style template svg math title iframe canvas audio video object datalist'],
];

/** Bits by tag name; `<noscript>` is skipped unless it is asked for. */
export const elementTable = once(() => listElements(ELEMENT.skipped));
export const elementTableWithNoscript = once(() => listElements(ELEMENT.block));

function listElements(noscript: number): ReadonlyMap<string, number> {
  const entries = NAMES.flatMap(([bits, names]) => names.split(' ').map((name) => [name, bits] as const));
  return new Map([...entries, ['noscript', noscript]]);
}

export const INLINE_KINDS: ReadonlyMap<string, InlineKind> = new Map([
  ['a', 'link'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['q', 'quotation'],
]);

/** Kinds that an element gives the blocks inside it. */
export const BLOCK_KINDS_OF: ReadonlyMap<string, BlockKind> = new Map([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['pre', 'code'],
  ['listing', 'code'],
  ['xmp', 'code'],
  ['li', 'list-item'],
  ['dt', 'list-item'],
  ['dd', 'list-item'],
  ['blockquote', 'quote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['button', 'control'],
  ['option', 'control'],
  ['label', 'control'],
  ['select', 'control'],
  ['textarea', 'control'],
]);
