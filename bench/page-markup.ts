import { NOUNS } from './vocabulary.ts';
import type { Random } from './random.ts';

export const ICON =
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 6h16v2H4zM4 11h16v2H4zM4 16h16v2H4z"/></svg>';

const SLUG_WORDS = 5;

/** A link with the address and the tracking attributes that content management systems give it; `place` is where it stands. */
export function link(random: Random, inner: string, place: string): string {
  const slug = Array.from({ length: SLUG_WORDS }, () => random.pick(NOUNS)).join('-');
  const id = random.below(1e7);
  return `<a class="link link--${place} js-track" href="https://www.gazette.example/${place}/2023/11/${slug}-${id}.html?ref=${place}" data-event="click" data-label="${place}|${slug}" rel="noopener">${inner}</a>`;
}

const WIDTHS = [320, 640, 960, 1280];

/** A responsive image in the wrappers that lazy loading wants. */
export function picture(random: Random, name: string): string {
  const id = random.below(1e7);
  const address = (width: number): string => `https://cdn-2.gazette.example/images/${name}/${id}/w${width}.jpg`;
  const set = WIDTHS.map((width) => `${address(width)} ${width}w`).join(', ');
  return `<div class="${name}__frame lazy"><div class="${name}__ratio" style="padding-top:56.25%"><picture><source srcset="${set}" type="image/webp"><img class="${name}__image lazyload" loading="lazy" width="640" height="360" src="${address(640)}" alt=""></picture></div></div>`;
}
