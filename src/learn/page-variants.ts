import { disguise, DISGUISES, type Disguise } from './disguise.ts';
import type { LabelledLine, LabelledPage } from './labelled-lines.ts';
import { insertTable } from './invent-table.ts';
import { keepHead } from './keep-head.ts';
import { createRandom, partOf } from './random.ts';

/** A page to learn from, in one of the forms documents come in. */
export interface Variant {
  readonly page: LabelledPage;
  readonly weight: number;
  /** Whether the language is to be taken as unknown. */
  readonly functionless: boolean;
  /** Whether no list is to know the page's clutter, as with most pages of other times and languages. */
  readonly unlisted: boolean;
}

/** How much each form of a page weighs beside the whole page. */
const WEIGHTS = { disguised: 0.7, clean: 0.4, excerpt: 0.8, few: 0.8, cleaned: 0.8, clutter: 0.6, tabled: 0.5 };
const DISGUISED_SHARE = 0.4;
const UNKNOWN_SHARE = 0.15;
const UNLISTED_SHARE = 0.5;
const SEEDS = 1_000_000;

/**
 * The page itself, the page in another language's clothes, its article alone, an excerpt of it, the article with few
 * left-overs, with a table, and some of its clutter alone: extracted texts come in all these forms, and weights learned from whole English pages carry over to none.
 */
export function varyPage(original: LabelledPage, weight: number): Variant[] {
  const random = createRandom(partOf(original.id, SEEDS));
  const page = { ...original, lines: keepHead(original.lines) };
  const knowledge = () => ({ functionless: random() < UNKNOWN_SHARE, unlisted: random() < UNLISTED_SHARE });
  const variants: Variant[] = [{ page: { ...page, lines: page.lines.map(forgetListed) }, weight, ...knowledge() }];
  const add = (kind: keyof typeof WEIGHTS, lines: readonly LabelledLine[], choose = perhapsDisguise): void => {
    const form = dress({ ...page, lines }, { random, choose, dashes: kind !== 'disguised' });
    variants.push({ page: form, weight: weight * WEIGHTS[kind], ...knowledge() });
  };
  add('disguised', page.lines, chooseDisguise);
  add('disguised', page.lines, chooseDisguise);
  add('disguised', page.lines, chooseUnspaced);
  const clutter = original.lines.filter(({ y }) => y === 0);
  if (clutter.length > FEWEST_CLUTTER) add('clutter', takeStretch(clutter, random));
  const content = page.lines.filter(({ y }) => y !== 0);
  if (content.filter(({ y }) => y === 1).length < FEWEST_CONTENT) return variants;
  add('clean', content);
  add('excerpt', takeExcerpt(content, random));
  add('few', dropMost(page.lines, random));
  add('cleaned', dropStretches(page.lines, random));
  add('tabled', insertTable(random() < 0.5 ? page.lines : dropMost(page.lines, random), random));
  return variants;
}

const FEWEST_CLUTTER = 10;
const FEWEST_CONTENT = 2;
const LONGEST_STRETCH = 60;

function takeStretch(lines: readonly LabelledLine[], random: () => number): LabelledLine[] {
  const first = Math.floor((random() * lines.length) / 2);
  return lines.slice(first, first + FEWEST_CLUTTER + Math.floor(random() * LONGEST_STRETCH));
}

const LONGEST_EXCERPT = 12;

/** A short valid document: some neighbouring lines of an article. */
function takeExcerpt(lines: readonly LabelledLine[], random: () => number): LabelledLine[] {
  const first = random() < 0.5 ? 0 : Math.floor(random() * lines.length);
  return lines.slice(first, first + 1 + Math.floor(random() * LONGEST_EXCERPT));
}

const LEFT_OVER_SHARES = [0.12, 0.5] as const;
const LONGEST_LEFT_OVER = 3;

/** Leaves a few short stretches of clutter standing, as extractors do. */
function dropMost(lines: readonly LabelledLine[], random: () => number): LabelledLine[] {
  const share = random() * (random() < 0.5 ? LEFT_OVER_SHARES[0] : LEFT_OVER_SHARES[1]);
  let left = 0;
  return lines.filter(({ y }) => {
    if (y !== 0) return true;
    if (left === 0 && random() < share / LONGEST_LEFT_OVER) left = 1 + Math.floor(random() * LONGEST_LEFT_OVER);
    left -= left > 0 ? 1 : 0;
    return left > 0;
  });
}

const MOST_AROUND = 60;
const LEAST_LEFT = 0.15;
const LEFT_RANGE = 0.7;

/**
 * Cuts the page short above and below its content and drops whole stretches of its clutter, as extractors do that judge
 * stretches: what they keep of the page stands in long runs.
 */
function dropStretches(lines: readonly LabelledLine[], random: () => number): LabelledLine[] {
  const from = lines.findIndex(({ y }) => y === 1) - Math.floor(MOST_AROUND * random() ** 2);
  const to = lines.findLastIndex(({ y }) => y === 1) + Math.floor(MOST_AROUND * random() ** 2);
  const leftShare = LEAST_LEFT + LEFT_RANGE * random();
  let left = false;
  return lines.filter(({ y }, index) => {
    if (y === 0 && lines[index - 1]?.y !== 0) left = random() < leftShare;
    return index >= from && index <= to && (y !== 0 || left);
  });
}

interface Wardrobe {
  readonly random: () => number;
  readonly choose: (random: () => number) => Disguise | undefined;
  /** Whether list items may get the dashes or numbers that many extractors put before them. */
  readonly dashes: boolean;
}

const LEAST_KEPT = 0.6;
const KEPT_RANGE = 0.6;
/** A disguised line is known to a list when its words were, and the lists of its language are that good. */
const MOST_KNOWN = 0.8;

function dress(page: LabelledPage, { random, choose, dashes }: Wardrobe): LabelledPage {
  const as = choose(random);
  const mark = dashes && random() < 0.5 ? markItems(random) : () => '';
  const known = MOST_KNOWN * random();
  const lines = page.lines.map((line) => {
    const t = as === undefined ? line.t : disguise(line.t, as);
    const dressed = { ...line, t: `${mark(line)}${t}` };
    return as === undefined || random() > known ? forgetListed(dressed) : dressed;
  });
  return { ...page, lines };
}

const COUNTED_SHARE = 0.3;

/** What stands before each line: dashes or numbers before the items of lists. */
function markItems(random: () => number): (line: LabelledLine) => string {
  const counts = random() < COUNTED_SHARE;
  let item = 0;
  return ({ tag }) => {
    item = tag === 'li' ? item + 1 : 0;
    return item === 0 ? '' : counts ? `${item}. ` : '- ';
  };
}

/** The words of a line that keeps them speak for themselves. */
function forgetListed(line: LabelledLine): LabelledLine {
  return { ...line, listed: 0 };
}

function perhapsDisguise(random: () => number): Disguise | undefined {
  return random() < DISGUISED_SHARE ? chooseDisguise(random) : undefined;
}

/** The last disguise, script without spaces, is the furthest from English and is taken three times as often. */
function chooseDisguise(random: () => number): Disguise {
  return wear(Math.min(DISGUISES.length - 1, Math.floor(random() * (DISGUISES.length + 2))), random);
}

function chooseUnspaced(random: () => number): Disguise {
  return wear(DISGUISES.length - 1, random);
}

function wear(place: number, random: () => number): Disguise {
  const chosen = DISGUISES[place] as Disguise;
  return { ...chosen, kept: chosen.kept * (LEAST_KEPT + random() * KEPT_RANGE) };
}
