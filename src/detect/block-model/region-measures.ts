import type { ElementEvidence } from '../../model/document.ts';

/** Elements that say by themselves where a block stands, looked for on its whole path. */
const REGIONS = [
  'nav',
  'header',
  'footer',
  'aside',
  'main',
  'article',
  'section',
  'form',
  'figure',
  'table',
  'ul',
  'li',
  'blockquote',
  'button',
  'a',
  'p',
  'td',
  'dl',
] as const;
const ROLES = ['navigation', 'banner', 'contentinfo', 'complementary', 'main', 'article', 'dialog', 'search'] as const;
/** Innermost elements by how often they hold text; the number of the place is the measure. */
const INNER = [
  'p',
  'li',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'button',
  'figcaption',
  'blockquote',
  'pre',
  'dt',
  'dd',
  'label',
  'option',
  'section',
  'article',
  'footer',
  'header',
  'nav',
  'aside',
  'body',
  'main',
  'form',
];

/** 1 for each of these elements and roles that a block stands in, else 0. */
export const REGION_MEASURES: readonly string[] = [
  ...REGIONS.map((name) => `inside <${name}>`),
  ...ROLES.map((name) => `role ${name}`),
];

const REGION_PLACES = placesOf(REGIONS);
const ROLE_PLACES = placesOf(ROLES);
const INNERMOST = placesOf(INNER);

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, place) => [name, place]));
}

/** The place of the innermost element of a path among those that hold text most often; -1 for others. */
export function rankInnermost(path: readonly string[]): number {
  return INNERMOST.get(path.at(-1) ?? '') ?? -1;
}

/** Writes `REGION_MEASURES` from `from` on, where zeros stand; returns the place behind them. */
export function writeRegions(values: Float32Array, from: number, { path, roles: own }: ElementEvidence): number {
  const roles = from + REGIONS.length;
  for (const name of path) {
    const region = REGION_PLACES.get(name);
    if (region !== undefined) values[from + region] = 1;
  }
  for (const name of own) {
    const role = ROLE_PLACES.get(name);
    if (role !== undefined) values[roles + role] = 1;
  }
  return roles + ROLES.length;
}
