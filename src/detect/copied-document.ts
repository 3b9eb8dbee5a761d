import type { Hit } from '../model/finding.ts';
import type { Rule, TemplateDetect } from '../model/rule.ts';
import { percent } from './alike.ts';
import { earlierPlace, type Look } from './earlier.ts';

/** An earlier document that this one nearly is: by MinHash, or by the words of shared blocks where others were added. */
export function findCopy(rule: Rule<TemplateDetect>, look: Look): Hit | undefined {
  const { minWords, share = 1 } = rule.detect;
  const { blocks } = look.analysis.document;
  const first = blocks[0];
  if (first === undefined || look.near === undefined || look.print.words < minWords) return undefined;
  const original = look.near.find(look.print.sign(), look.ordinal, share) ?? shareOfBlocks(look, share);
  if (original === undefined) return undefined;
  const { id, length } = look.near.about(original.document);
  return {
    rule,
    start: first.start,
    end: blocks.at(-1)?.end ?? first.end,
    values: { id, alike: percent(original.alike) },
    related: [{ id, start: 0, end: length }],
  };
}

function shareOfBlocks(look: Look, least: number): { document: number; alike: number } | undefined {
  const shared = new Map<number, number>();
  for (const block of look.print.blocks) {
    const place = earlierPlace(look, block);
    if (place !== undefined) shared.set(place.document, (shared.get(place.document) ?? 0) + block.words);
  }
  const [best] = [...shared].sort(([a, x], [b, y]) => y - x || a - b);
  if (best === undefined || best[1] < least * look.print.words) return undefined;
  return { document: best[0], alike: best[1] / look.print.words };
}
