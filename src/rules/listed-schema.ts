import { z } from 'zod';
import { BLOCK_KINDS } from '../model/document.ts';
import { count, share, text, texts } from './schema-values.ts';

const run = z.strictObject({
  maxWords: count.optional(),
  minWords: count.optional(),
  kinds: z.array(z.enum(BLOCK_KINDS)).optional(),
  pattern: text.optional(),
});

/** Schemas of the mechanisms in `model/listed-detect.ts`, all but `page`. */
export const LISTED_DETECT = [
  z.strictObject({
    kind: z.literal('phrase'),
    phrases: texts,
    at: z.enum(['anywhere', 'block-start', 'block-end', 'block', 'sentence-start']).optional(),
    reach: z.enum(['match', 'sentence', 'block']).optional(),
    unless: texts.optional(),
  }),
  z.strictObject({ kind: z.literal('line'), lines: texts }),
  z.strictObject({
    kind: z.literal('pattern'),
    pattern: text,
    flags: z.string().optional(),
    literals: texts.optional(),
    hint: text.optional(),
    reach: z.enum(['match', 'block']).optional(),
    across: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('swap'),
    pairs: z.array(z.tuple([text, z.string()])).min(1),
    unless: texts.optional(),
    leastDensity: z.number().positive().optional(),
    errorDensity: z.number().positive().optional(),
  }),
  z.strictObject({
    kind: z.literal('run'),
    least: count,
    most: count.optional(),
    some: text.optional(),
    shape: run,
  }),
  z.strictObject({
    kind: z.literal('thread'),
    verbs: texts,
    fillers: texts,
    nameWords: count,
    least: count,
    apart: count,
    above: count,
    forums: texts,
    comments: texts,
  }),
  z.strictObject({ kind: z.literal('teaser-rows'), least: count, proseWords: count, known: share }),
  z.strictObject({
    kind: z.literal('element'),
    names: texts,
    share,
    above: count.optional(),
    forums: texts.optional(),
    minWords: count.optional(),
    most: count.optional(),
  }),
  z.strictObject({
    kind: z.literal('section'),
    openers: texts,
    proseWords: count.optional(),
    kinds: z.array(z.enum(BLOCK_KINDS)).optional(),
    closers: texts.optional(),
    spare: count.optional(),
    most: count.optional(),
    openerAlone: z.boolean().optional(),
  }),
] as const;
