import type { Hit } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { TemplateDetect } from '../model/duplicate-detect.ts';
import { percent } from './alike.ts';
import { earlierPlace, type Look } from './earlier.ts';

/** An earlier document that this one nearly is: by MinHash, or by the words of shared blocks where others were added. */
export function findCopy(rule: Rule<TemplateDetect>, look: Look): Hit | undefined {
  const { minWords, share = 1 } = rule.detect;
  const { whole, words, signature } = look.imprint;
  if (whole === undefined || look.near === undefined || signature === undefined || words < minWords) return undefined;
  const original = look.near.find(Uint32Array.from(signature), look.ordinal, share) ?? shareOfBlocks(look, share);
  if (original === undefined) return undefined;
  const { id, length } = look.near.about(original.document);
  return {
    rule,
    ...whole,
    values: { id, alike: percent(original.alike) },
    related: [{ id, start: 0, end: length }],
  };
}

function shareOfBlocks(look: Look, least: number): { document: number; alike: number } | undefined {
  const { keys, counts, words } = look.imprint;
  const shared = new Map<number, number>();
  for (let at = 0; at < keys.length; at += 1) {
    const place = earlierPlace(look, at);
    if (place !== undefined) shared.set(place.document, (shared.get(place.document) ?? 0) + (counts[at] as number));
  }
  const [best] = [...shared].sort(([a, x], [b, y]) => y - x || a - b);
  if (best === undefined || best[1] < least * words) return undefined;
  return { document: best[0], alike: best[1] / words };
}
