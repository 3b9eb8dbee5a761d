import { disguise, DISGUISES, type Disguise } from './disguise.ts';
import type { LabelledLine, LabelledPage } from './labelled-lines.ts';
import { insertTable } from './invent-table.ts';
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
const WEIGHTS = { disguised: 0.7, clean: 0.25, excerpt: 0.8, few: 0.8, cleaned: 0.8, clutter: 0.6, tabled: 0.5 };
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
  const page = keepHead(original);
  const knowledge = () => ({ functionless: random() < UNKNOWN_SHARE, unlisted: random() < UNLISTED_SHARE });
  const variants: Variant[] = [{ page: { ...page, lines: page.lines.map(forgetListed) }, weight, ...knowledge() }];
  const add = (kind: keyof typeof WEIGHTS, lines: readonly LabelledLine[], always = false): void => {
    const form = dress({ ...page, lines }, { random, always, dashes: kind !== 'disguised' });
    variants.push({ page: form, weight: weight * WEIGHTS[kind], ...knowledge() });
  };
  add('disguised', page.lines, true);
  add('disguised', page.lines, true);
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
  readonly always: boolean;
  /** Whether list items may get the dashes that many extractors put before them. */
  readonly dashes: boolean;
}

const LEAST_KEPT = 0.6;
const KEPT_RANGE = 0.6;
/** A disguised line is known to a list when its words were, and the lists of its language are that good. */
const MOST_KNOWN = 0.8;

function dress(page: LabelledPage, { random, always, dashes }: Wardrobe): LabelledPage {
  const as = always || random() < DISGUISED_SHARE ? chooseDisguise(random) : undefined;
  const dashed = dashes && random() < 0.5;
  const known = MOST_KNOWN * random();
  const lines = page.lines.map((line) => {
    const t = as === undefined ? line.t : disguise(line.t, as);
    const dressed = { ...line, t: dashed && line.tag === 'li' ? `- ${t}` : t };
    return as === undefined || random() > known ? forgetListed(dressed) : dressed;
  });
  return { ...page, lines };
}

/** The words of a line that keeps them speak for themselves. */
function forgetListed(line: LabelledLine): LabelledLine {
  return { ...line, listed: 0 };
}

/** The last disguise, script without spaces, is the furthest from English and is taken three times as often. */
function chooseDisguise(random: () => number): Disguise {
  const last = DISGUISES.length - 1;
  const chosen = DISGUISES[Math.min(last, Math.floor(random() * (DISGUISES.length + 2)))] as Disguise;
  return { ...chosen, kept: chosen.kept * (LEAST_KEPT + random() * KEPT_RANGE) };
}

const DATE_OR_BYLINE =
  /\b(?:19|20)\d\d\b|\d{1,2}:\d\d|^(?:by|posted|published|written|updated|last updated|story by)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|correspondent|staff writer|reporter/i;
const LONGEST_HEAD = 25;
const NEAR_HEAD = 4;
const LONGEST_HEAD_LINE = 100;
const HEAD_WEIGHT = 4;
const LONGEST_SOURCE = 40;

/**
 * The title above the article, and dates, bylines and sources between the two, are part of it: a reader wants them, whatever
 * the labels of a corpus say. Other lines there are left out.
 */
function keepHead(page: LabelledPage): LabelledPage {
  const first = page.lines.findIndex(({ y }) => y === 1);
  if (first < 0) return page;
  const title = page.lines.findLastIndex(
    ({ k }, index) => index < first && first - index < LONGEST_HEAD && k === 'title',
  );
  const from = title >= 0 ? title : first - NEAR_HEAD;
  const near = title >= 0 && first - title <= NEAR_HEAD;
  const lines = page.lines.map((line, index): LabelledLine => {
    if (index === title) return { ...line, y: 1, weight: HEAD_WEIGHT };
    return index > from && index < first ? labelHeadLine(line, near) : line;
  });
  return { ...page, lines: keepSignature(lines) };
}

function labelHeadLine(line: LabelledLine, near: boolean): LabelledLine {
  if (line.y !== 0 || line.t.length > LONGEST_HEAD_LINE) return line;
  if (DATE_OR_BYLINE.test(line.t)) return { ...line, y: 1, weight: HEAD_WEIGHT / 2 };
  if (!near) return line;
  return { ...line, y: line.listed === 0 && line.t.length <= LONGEST_SOURCE ? 1 : null };
}

const SIGNATURE =
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|contributed to this|\b(?:reporting|writing|editing) by\b|^\W*(?:source|via|photos?|written by|by)\b|^[(—–-]{1,2}\s?\p{Lu}[\p{L}. /]{1,40}\)?$/iu;
const NEAR_END = 3;

/** So are an address, a credit or an agency's sign right below it. */
function keepSignature(lines: readonly LabelledLine[]): LabelledLine[] {
  const last = lines.findLastIndex(({ y }) => y === 1);
  return lines.map((line, index) => {
    if (line.y !== 0 || index <= last || index > last + NEAR_END || line.t.length > LONGEST_HEAD_LINE) return line;
    return SIGNATURE.test(line.t) ? { ...line, y: 1 as const } : line;
  });
}
