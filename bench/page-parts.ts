import { ICON, link, picture } from './page-markup.ts';
import { capitalise, person, sentence, title } from './prose.ts';
import type { Random } from './random.ts';
import { NOUNS } from './vocabulary.ts';

export function renderMenu(entries: readonly string[], random: Random): string {
  const items = entries.map((entry, index) => {
    const children = Array.from(
      { length: random.between(2, 6) },
      (_, child) =>
        `<li id="menu-item-${index}${child}" class="menu-item menu-item-type-taxonomy menu-item-${index}-${child}">${link(random, `<span class="menu-item__mark"></span><span class="menu-item__text">${capitalise(random.pick(NOUNS))}</span>`, 'menu')}</li>`,
    );
    return `<li class="menu-item has-children">${link(random, entry, 'menu')}<div class="menu-panel" aria-hidden="true"><ul class="sub-menu">${children.join('')}</ul></div></li>`;
  });
  return `<nav class="menu" role="navigation"><div class="menu-scroll"><ul class="menu-list">\n${items.join('\n')}\n</ul></div></nav>`;
}

export function renderShareBar(random: Random): string {
  const address = encodeURIComponent(`https://www.gazette.example/article/${random.below(1e7)}`);
  const buttons = ['Facebook', 'Twitter', 'Email'].map(
    (name) =>
      `<div class="share__item"><a class="share share--${name.toLowerCase()}" target="_blank" href="https://share.example/${name.toLowerCase()}?u=${address}&amp;via=gazette">${ICON}${name}</a></div>`,
  );
  return `<div class="share-buttons"><span>Share this:</span> ${buttons.join(' ')}</div>`;
}

export function renderCards(titles: readonly string[], random: Random): string {
  const cards = [...titles, title(random), title(random), title(random)].map(
    (
      text,
      index,
    ) => `<div class="card card-${index}" data-position="${index}"><div class="card__media">${link(random, picture(random, 'card'), 'related')}</div>
<div class="card__body"><div class="card__head"><h3 class="card-title">${link(random, text, 'related')}</h3></div><div class="card__foot"><p class="card-meta">${person(random)} · ${random.between(2, 9)} min read</p></div></div></div>`,
  );
  return `<section class="widget related"><h2 class="widget-title">Related posts</h2><div class="cards cards--stacked">${cards.join('\n')}</div></section>`;
}

export function renderComments(random: Random): string {
  const comments = Array.from(
    { length: random.between(0, 12) },
    (
      _,
      index,
    ) => `<div id="comment-${index}" class="comment depth-1" data-id="${random.below(1e9)}"><div class="comment-head"><div class="comment-author">${ICON}<b>${person(random)}</b> says:</div></div>
<div class="comment-body"><div class="comment-content"><p>${sentence(random)} ${sentence(random)}</p></div></div><div class="comment-tools"><a class="comment-reply-link" href="#respond-${index}" data-event="reply">Reply</a></div></div>`,
  );
  return `<section id="comments" class="comments-area"><h2>${comments.length} comments</h2><div class="comment-list">${comments.join('\n')}</div></section>`;
}
