import { capitalise, heading, paragraph, person, title } from './prose.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { renderPage } from './page.ts';
import { MONTHS, NOUNS } from './vocabulary.ts';

/** One article with the things a scraper may bring along. */
export interface Article {
  readonly title: string;
  readonly byline: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly menu: readonly string[];
  readonly related: readonly string[];
}

const PARAGRAPHS = { least: 7, most: 22 };
const PARAGRAPHS_A_SECTION = 4;
/** Share of text articles that still carry their page's clutter. */
const CLUTTERED = 0.3;

/** English articles of about 1,000 words as plain text; the same seed gives the same texts. */
export function generateTexts(count: number, seed: number): string[] {
  return generate(count, seed, (article, random) =>
    random.chance(CLUTTERED) ? toCluttered(article) : toText(article),
  );
}

/** The same kind of articles as whole HTML pages with navigation, aside, scripts and footer. */
export function generatePages(count: number, seed: number): string[] {
  return generate(count, seed, renderPage);
}

function generate(count: number, seed: number, render: (article: Article, random: Random) => string): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => render(writeArticle(random), random));
}

function writeArticle(random: Random): Article {
  const paragraphs = random.between(PARAGRAPHS.least, PARAGRAPHS.most);
  return {
    title: title(random),
    byline: `By ${person(random)}, ${random.between(1, 28)} ${random.pick(MONTHS)} ${random.between(2009, 2024)}`,
    sections: Array.from({ length: Math.ceil(paragraphs / PARAGRAPHS_A_SECTION) }, () => ({
      heading: heading(random),
      paragraphs: Array.from({ length: PARAGRAPHS_A_SECTION }, () => paragraph(random)),
    })),
    menu: Array.from({ length: random.between(6, 14) }, () => capitalise(random.pick(NOUNS))),
    related: Array.from({ length: random.between(3, 8) }, () => title(random)),
  };
}

function toText(article: Article): string {
  const body = article.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  return `${[article.title, ...body].join('\n\n')}\n`;
}

function toCluttered(article: Article): string {
  const top = ['Skip to content', 'Menu', ...article.menu].join('\n');
  const bottom = ['Share this:', 'Facebook', 'Twitter', 'Email', 'Related posts', ...article.related].join('\n');
  return `${top}\n\n${article.byline}\n\n${toText(article)}\n${bottom}\n\nCopyright 2023 The Gazette. All rights reserved.\n`;
}
