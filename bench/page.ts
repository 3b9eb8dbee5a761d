import type { Article } from './documents.ts';
import { renderCards, renderComments, renderMenu, renderShareBar } from './page-parts.ts';
import { ICON, link, picture } from './page-markup.ts';
import { heading, person, place } from './prose.ts';
import type { Random } from './random.ts';

/** Statements of script in the head and at the foot, of the length below: a quarter of the page. */
const STATEMENTS = 310;
const STATEMENT = 'window.queue.push(function(){return window.settings.ready&&window.run("step")});';
const STYLE = '.menu-item>a{display:inline-block;padding:0 8px;color:#333}';
const STYLES = 40;

/**
 * A whole page round an article: head, mega menu, share bar, sidebar of cards, comments, footer, scripts. Its make-up is that of
 * the pages in the article-extraction benchmarks of scrapinghub (2019), WCXB (2025) and trafilatura, of which the median page
 * has 90–125 kB, 700–1,050 elements, 130–250 of them `div`, nested 17–20 deep, 1,200–1,800 words, 120–145 links; 41–51 % of
 * its characters are attributes, 0–31 % script and style, 6–9 % text.
 */
export function renderPage(article: Article, random: Random): string {
  return `${renderHead(article, random)}
<body class="single single-post post-template wide-layout">${ICON}<a class="skip-link screen-reader-text" href="#main">Skip to content</a>
<div id="page" class="site"><div class="site-inner l-wrap l-wrap--wide">
<header class="site-header" role="banner"><div class="inner"><div class="branding"><a href="/">The Gazette</a></div>
${renderMenu(article.menu, random)}</div></header>
<div class="l-grid l-grid--gutter"><div class="l-grid__row" data-module="columns"><div class="l-grid__col l-grid__col--8 js-sticky-bound">
<main id="main" class="content-area"><div class="content-area__inner"><article class="post type-post status-publish format-standard has-post-thumbnail">
<div class="entry-head"><h1 class="entry-title">${article.title}</h1><div class="entry-meta"><p class="byline">${article.byline}</p></div>${picture(random, 'entry-image')}</div>
<div class="entry-body"><div class="entry-content js-reading-area" data-track="scroll-depth">${renderBody(article, random)}</div></div>
${renderShareBar(random)}
</article>${renderComments(random)}</div></main></div>
<div class="l-grid__col l-grid__col--4"><aside class="sidebar widget-area" role="complementary">${renderCards(article.related, random)}
<div class="widget widget--form"><form class="newsletter" action="/subscribe" method="post"><label for="email">Subscribe to our newsletter</label><input id="email" type="email"><button>Sign up</button></form></div></aside></div></div></div>
<footer class="site-footer" role="contentinfo"><div class="site-footer__inner">${renderMenu(article.menu, random)}<p class="legal">&copy; 2023 The Gazette. All rights reserved.</p></div></footer></div></div>
<script>${STATEMENT.repeat(STATEMENTS / 2)}</script></body></html>
`;
}

function renderHead(article: Article, random: Random): string {
  const data = { '@type': 'NewsArticle', headline: article.title, wordCount: random.between(300, 2000) };
  const properties = [
    'og:title',
    'og:description',
    'twitter:title',
    'twitter:description',
    'description',
    'parsely-title',
  ];
  const metas = properties.map((name) => `<meta property="${name}" content="${article.title} — ${heading(random)}">`);
  const hints = Array.from(
    { length: 8 },
    (_, index) => `<link rel="preconnect" href="https://cdn-${index}.gazette.example" crossorigin="anonymous">`,
  );
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${article.title} | The Gazette of ${place(random)}</title>
<meta name="viewport" content="width=device-width">${metas.join('\n')}${hints.join('\n')}<link rel="stylesheet" href="/main.css">
<style>${STYLE.repeat(STYLES)}</style>
<script type="application/ld+json">${JSON.stringify(data)}</script><script>${STATEMENT.repeat(STATEMENTS / 2)}</script></head>`;
}

const PARAGRAPHS_AN_ADVERT = 3;

function renderBody(article: Article, random: Random): string {
  let count = 0;
  return article.sections
    .map(({ heading: text, paragraphs }) => {
      const body = paragraphs.map((one) => {
        count += 1;
        return `${renderParagraph(one, random)}${count % PARAGRAPHS_AN_ADVERT === 0 ? renderAdvert(random) : ''}`;
      });
      return `<h2 class="wp-block-heading" id="h-${random.below(1e6)}">${text}</h2>\n${body.join('\n')}`;
    })
    .join('\n');
}

function renderAdvert(random: Random): string {
  const id = random.below(1e9);
  return `<div class="ad ad--inline ad--${id % 7}" data-slot="/21700/gazette/article/inline" data-sizes="[[300,250],[336,280]]"><div class="ad__frame"><div id="div-gpt-ad-${id}" class="ad__unit" style="min-height:250px"></div></div></div>`;
}

function renderParagraph(text: string, random: Random): string {
  const escaped = text.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;');
  const linked = random.chance(0.3)
    ? escaped.replace(
        / (\w+) (\w+)\./u,
        (_, first: string, second: string) => ` ${link(random, first, 'body')} <em>${second}</em>.`,
      )
    : escaped;
  const figure = random.chance(0.1)
    ? `<figure class="wp-block-image size-large">${picture(random, 'wp-image')}<figcaption>${heading(random)} (${person(random)})</figcaption></figure>`
    : '';
  return `${figure}<p class="wp-block-paragraph">${linked}</p>`;
}
