import type { Article } from './documents.ts';
import { capitalise, heading, person, place, sentence, title } from './prose.ts';
import type { Random } from './random.ts';
import { NOUNS } from './vocabulary.ts';

/** Kilobytes of script that a page of today brings along, in statements of the length below. */
const STATEMENTS = 700;
const STATEMENT = 'window.queue.push(function(){return window.settings.ready&&window.run("step")});';
const ICON =
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 6h16v2H4zM4 11h16v2H4zM4 16h16v2H4z"/></svg>';

/** A whole page round an article: head, mega menu, share bar, sidebar of cards, comments, footer, scripts. */
export function renderPage(article: Article, random: Random): string {
  return `${renderHead(article, random)}
<body class="single single-post post-template wide-layout">${ICON}<a class="skip-link screen-reader-text" href="#main">Skip to content</a>
<header class="site-header" role="banner"><div class="inner"><div class="branding"><a href="/">The Gazette</a></div>
${renderMenu(article.menu, random)}</div></header>
<div class="page"><main id="main" class="content-area"><article class="post type-post">
<h1 class="entry-title">${article.title}</h1><div class="entry-meta"><p class="byline">${article.byline}</p></div>
<div class="entry-content">${renderBody(article, random)}</div>
<div class="share-buttons"><span>Share this:</span> ${['Facebook', 'Twitter', 'Email'].map((name) => `<a class="share" href="#">${ICON}${name}</a>`).join(' ')}</div>
</article>${renderComments(random)}</main>
<aside class="sidebar widget-area" role="complementary">${renderCards(article.related, random)}
<form class="newsletter"><label for="email">Subscribe to our newsletter</label><input id="email" type="email"><button>Sign up</button></form></aside></div>
<footer class="site-footer" role="contentinfo">${renderMenu(article.menu, random)}<p class="legal">&copy; 2023 The Gazette. All rights reserved.</p></footer>
<script>${STATEMENT.repeat(STATEMENTS / 2)}</script></body></html>
`;
}

function renderHead(article: Article, random: Random): string {
  const data = { '@type': 'NewsArticle', headline: article.title, wordCount: random.between(300, 2000) };
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${article.title} | The Gazette of ${place(random)}</title>
<meta name="viewport" content="width=device-width"><meta property="og:title" content="${article.title}"><link rel="stylesheet" href="/main.css">
<style>${'.menu-item>a{display:inline-block;padding:0 8px;color:#333}'.repeat(60)}</style>
<script type="application/ld+json">${JSON.stringify(data)}</script><script>${STATEMENT.repeat(STATEMENTS / 2)}</script></head>`;
}

function renderMenu(entries: readonly string[], random: Random): string {
  const items = entries.map((entry, index) => {
    const children = Array.from(
      { length: random.between(2, 6) },
      (_, child) =>
        `<li class="menu-item menu-item-${index}-${child}"><a href="/${index}/${child}/"><span>${capitalise(random.pick(NOUNS))}</span></a></li>`,
    );
    return `<li class="menu-item has-children"><a href="/${index}/">${entry}</a><ul class="sub-menu">${children.join('')}</ul></li>`;
  });
  return `<nav class="menu" role="navigation"><ul class="menu-list">\n${items.join('\n')}\n</ul></nav>`;
}

function renderBody(article: Article, random: Random): string {
  return article.sections
    .map(
      ({ heading, paragraphs }) =>
        `<h2>${heading}</h2>\n${paragraphs.map((text) => renderParagraph(text, random)).join('\n')}`,
    )
    .join('\n');
}

function renderParagraph(text: string, random: Random): string {
  const escaped = text.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;');
  const linked = random.chance(0.3) ? escaped.replace(/ (\w+) (\w+)\./u, ' <a href="/x">$1</a> <em>$2</em>.') : escaped;
  const figure = random.chance(0.1)
    ? `<figure><img src="/a.jpg" alt=""><figcaption>${heading(random)}</figcaption></figure>`
    : '';
  return `${figure}<p>${linked}</p>`;
}

function renderCards(titles: readonly string[], random: Random): string {
  const cards = [...titles, title(random), title(random)].map(
    (text, index) => `<div class="card card-${index}"><a class="card-link" href="/p/${index}"><picture>
<source srcset="/i/${index}-480.webp 480w, /i/${index}-960.webp 960w" type="image/webp"><img loading="lazy" src="/i/${index}.jpg" alt=""></picture>
<h3 class="card-title">${text}</h3></a><p class="card-meta">${person(random)} · ${random.between(2, 9)} min read</p></div>`,
  );
  return `<section class="widget related"><h2 class="widget-title">Related posts</h2>${cards.join('\n')}</section>`;
}

function renderComments(random: Random): string {
  const comments = Array.from(
    { length: random.between(0, 12) },
    (
      _,
      index,
    ) => `<li id="comment-${index}" class="comment depth-1"><div class="comment-author">${ICON}<b>${person(random)}</b> says:</div>
<div class="comment-content"><p>${sentence(random)} ${sentence(random)}</p></div><a class="comment-reply-link" href="#">Reply</a></li>`,
  );
  return `<section id="comments" class="comments-area"><h2>${comments.length} comments</h2><ol class="comment-list">${comments.join('\n')}</ol></section>`;
}
