import type { Block } from '../../model/document.ts';

/** The element whose own children hold most of a document's prose: the article's body, as far as it can be told. */
export interface Root {
  readonly parent: number;
  /** Of the first block in it. */
  readonly path: readonly string[];
  readonly names: readonly string[];
}

/** Prose inside these is rarely the article. */
const ASIDE = new Set(['nav', 'footer', 'aside', 'form']);
const ASIDE_WEIGHT = 0.3;

export function findRoot(
  blocks: readonly Block[],
  parents: ReadonlyMap<number, { readonly prose: number; readonly linked: number; readonly characters: number }>,
): Root | undefined {
  const seen = new Set<number>();
  let best: Root | undefined;
  let most = 0;
  for (const { element } of blocks) {
    if (element === undefined || seen.has(element.parent)) continue;
    seen.add(element.parent);
    const sums = parents.get(element.parent);
    if (sums === undefined) continue;
    const aside = element.path.some((name) => ASIDE.has(name)) ? ASIDE_WEIGHT : 1;
    const gain = sums.prose * aside * (1 - sums.linked / Math.max(1, sums.characters));
    if (gain <= most) continue;
    most = gain;
    best = { parent: element.parent, path: element.path, names: element.names };
  }
  return best;
}
