import type { BlockKind } from './document.ts';

/** Which part of a text a rule's finding covers once its words have matched. */
export type Reach = 'match' | 'sentence' | 'block';

/** Where in a block the words must stand. */
export type Anchor = 'anywhere' | 'block-start' | 'block-end' | 'block' | 'sentence-start';

export interface PhraseDetect {
  readonly kind: 'phrase';
  /** Words in any case and spacing; `(a|b c|)` alternatives, `*` one word, `{0,4}` so many words. */
  readonly phrases: readonly string[];
  readonly at?: Anchor;
  readonly reach?: Reach;
  /** Phrases that silence the rule where they stand in the same block. */
  readonly unless?: readonly string[];
}

export interface LineDetect {
  readonly kind: 'line';
  /** Whole blocks, compared word by word; the same notation as phrases. */
  readonly lines: readonly string[];
}

export interface PatternDetect {
  readonly kind: 'pattern';
  /** A regular expression; named group `found` narrows the span. */
  readonly pattern: string;
  readonly flags?: string;
  /** The block is only searched when it holds one of these, compared without case. */
  readonly literals?: readonly string[];
  /** A simple expression that matches in every block the pattern matches in: tried first, where the pattern is slow. */
  readonly hint?: string;
  readonly reach?: 'match' | 'block';
  /** Searched in the whole text rather than block by block. */
  readonly across?: boolean;
}

export interface SwapDetect {
  readonly kind: 'swap';
  /** Rows of phrase (phrase notation) and expected wording, from a .tsv beside the rule or inline. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Phrases that silence the rule where they overlap the place. */
  readonly unless?: readonly string[];
  /** With fewer hits than this for each 1,000 words, over all rules of the mechanism, the hits are only `info`. */
  readonly leastDensity?: number;
  /** From this many hits for each 1,000 words on, over all rules of the mechanism, the hits are errors. */
  readonly errorDensity?: number;
}

export interface TeaserRowsDetect {
  readonly kind: 'teaser-rows';
  /** Teasers in a stretch of lists. */
  readonly least: number;
  /** Fewest words of a paragraph of the article above them. */
  readonly proseWords: number;
  /** Greatest share of a stretch's telling words that the article above uses as well, 0–1. */
  readonly known: number;
}

export interface ThreadDetect {
  readonly kind: 'thread';
  /** Words that say that somebody wrote, and other words beside the name and the date of a post; lower case. */
  readonly verbs: readonly string[];
  readonly fillers: readonly string[];
  /** Most words of a name. */
  readonly nameWords: number;
  /** Posts that make a thread. */
  readonly least: number;
  /** Most blocks from the stamp of one post to the next. */
  readonly apart: number;
  /** Words of prose above a thread; a page that begins with one is a forum. */
  readonly above: number;
  /** Class and id words of forums and reviews, whose posts are the page, and of comments, which may stand within them. */
  readonly forums: readonly string[];
  readonly comments: readonly string[];
}

export interface RunDetect {
  readonly kind: 'run';
  /** A neighbouring stretch of at least so many blocks of this shape. */
  readonly least: number;
  /** A longer stretch is something else; default none is too long. */
  readonly most?: number;
  /** At least one block of the stretch must match this expression as a whole. */
  readonly some?: string;
  readonly shape: RunShape;
}

export interface RunShape {
  readonly maxWords?: number;
  readonly minWords?: number;
  readonly kinds?: readonly BlockKind[];
  /** Regular expression over the whole block. */
  readonly pattern?: string;
}

export interface SectionDetect {
  readonly kind: 'section';
  /** Whole blocks that open the section, phrase notation. */
  readonly openers: readonly string[];
  /** The section ends before the first block of at least so many words that ends like a sentence (default 14), … */
  readonly proseWords?: number;
  /** … or before the first block of another kind, … */
  readonly kinds?: readonly BlockKind[];
  /** … or before such a block, phrase notation, … */
  readonly closers?: readonly string[];
  /** … or after so many blocks (default 60). */
  readonly most?: number;
  /** So many blocks before the prose that ends a section are left to the prose as its title, byline and date; default 0. */
  readonly spare?: number;
  /** Whether the opener alone counts when nothing of the section follows. Default true. */
  readonly openerAlone?: boolean;
}

/**
 * Blocks of HTML inside elements of certain names, when most of the document's running text stands elsewhere, or enough of it
 * above to be an article.
 */
export interface ElementDetect {
  readonly kind: 'element';
  /** Words of class or id, lower case; one on the way from the block to the root is enough. */
  readonly names: readonly string[];
  /** Largest share of the running text that may stand in such elements, 0–1, … */
  readonly share: number;
  /** … unless so many words of prose stand above the first of them, */
  readonly above?: number;
  /** and none of these is a name of most of them: a forum's first post is no article. */
  readonly forums?: readonly string[];
  /** Words of a stretch of neighbouring blocks. Default 0. */
  readonly minWords?: number;
  /** With more stretches than this they are something else. */
  readonly most?: number;
}

/** Whole documents that are not the article: little text, and most of it the words of a wall, a check or an error. */
export interface PageDetect {
  readonly kind: 'page';
  /** Phrases that count two, … */
  readonly strong: readonly string[];
  /** … and one, each once, however often it stands there. */
  readonly weak: readonly string[];
  /** Phrases that speak for an article: each takes three from every rule's sum. */
  readonly against?: readonly string[];
  /** Least sum of the counts; one phrase at least must be strong. */
  readonly least: number;
  /** Least share of the words that the phrases of all such rules account for. Short lines without one count neither way. */
  readonly share: number;
  /** Most words of other sentences. */
  readonly mostProse: number;
  /** Words that suffice without a strong phrase where so large a share of the content words are among them. */
  readonly vocabulary?: {
    readonly share: number;
    /** Least number of different ones. */
    readonly least: number;
    /**
     * The same for pages of at most so many words: a single sentence has no room for more. One of its words must begin as one
     * of the `things` does.
     */
    readonly brief?: {
      readonly words: number;
      readonly share: number;
      readonly least: number;
      readonly things: readonly string[];
    };
    readonly phrases: readonly string[];
    /** Beginnings of words, several to an entry. */
    readonly stems: readonly string[];
  };
}
