import { z } from 'zod';
import { count, text, texts } from './schema-values.ts';

/** Schemas of the mechanisms in `model/damage-detect.ts`. */
export const DAMAGE_DETECT = [
  z.strictObject({ kind: z.literal('mojibake') }),
  z.strictObject({ kind: z.literal('article'), consonantSounds: texts, vowelSounds: texts, bothSounds: texts }),
  z.strictObject({ kind: z.literal('spelling'), shortest: count, shortestDropped: count, rarest: count, rarestShort: count }),
  z.strictObject({
    kind: z.literal('letter-case'),
    defect: z.enum(['name', 'sentence']),
    names: texts.optional(),
    common: texts.optional(),
  }),
  z.strictObject({ kind: z.literal('joint'), openers: texts, sureOpeners: texts, leaders: texts }),
  z.strictObject({ kind: z.literal('truncation'), minWords: count, mostOpen: z.number(), openEnders: texts }),
  z.strictObject({ kind: z.literal('balance'), pairs: z.array(z.string().length(2)).min(1) }),
  z.strictObject({ kind: z.literal('glued'), names: texts, openers: texts }),
  z.strictObject({ kind: z.literal('missing-space') }),
  z.strictObject({ kind: z.literal('lost-dash'), openers: texts, firsts: texts }),
  z.strictObject({
    kind: z.literal('collocation'),
    expressions: z.array(text.regex(/\[[^\]]+\]/)).min(1),
    synonyms: z.array(z.array(text).min(2)).min(1),
    allowed: z.array(text),
    leastDensity: z.number().positive().optional(),
  }),
] as const;
