import { z } from 'zod';
import { BLOCK_KINDS, CONTAINERS } from '../model/document.ts';
import { PROFILES, SEVERITIES } from '../model/rule.ts';
import { FORMATS } from '../model/source.ts';
import { DAMAGE_DETECT } from './damage-schema.ts';
import { LISTED_DETECT } from './listed-schema.ts';
import { count, share, text, texts } from './schema-values.ts';

const weights = z.record(z.string(), z.number());

/** Limits of the mechanisms that compare two places. */
const alike = {
  minWords: count,
  maxWords: count.optional(),
  kinds: z.array(z.enum(BLOCK_KINDS)).optional(),
  balance: share.optional(),
  apart: count.optional(),
  most: count.optional(),
  quoted: z.boolean().optional(),
  ended: z.boolean().optional(),
};

const levels = z.strictObject({ info: z.number(), warning: z.number(), error: z.number() });

const condition = { measure: text, above: z.number().optional(), below: z.number().optional() };

/** One schema a mechanism; the type of each is its interface in `model/rule.ts`. */
const DETECT = [
  ...LISTED_DETECT,
  z.strictObject({ kind: z.literal('metric'), ...condition, and: z.array(z.strictObject(condition)).optional() }),
  z.strictObject({
    kind: z.literal('repeat'),
    minWords: count,
    kinds: z.array(z.enum(BLOCK_KINDS)).optional(),
    least: count.optional(),
    stretchWords: count.optional(),
  }),
  z.strictObject({ kind: z.literal('near-repeat'), ...alike, similarity: share, shingle: count }),
  z.strictObject({
    kind: z.literal('reworded'),
    ...alike,
    unit: z.enum(['sentence', 'block']),
    overlap: share,
    order: share.optional(),
    rare: count.optional(),
    names: z.strictObject({ overlap: share, shared: count, rare: count.optional() }).optional(),
    changed: count.optional(),
    company: count.optional(),
    together: count.optional(),
  }),
  z.strictObject({
    kind: z.literal('loop'),
    of: z.enum(['words', 'stutter', 'characters', 'grams']),
    period: count,
    cycles: z.number().min(2),
    least: count,
    share: share.optional(),
  }),
  z.strictObject({
    kind: z.literal('composition'),
    stretch: count.optional(),
    closes: z.boolean().optional(),
    forms: z.strictObject({ strong: texts.optional(), fair: texts.optional(), weak: texts.optional() }).optional(),
    marks: z
      .array(z.strictObject({ words: texts, pattern: text, near: text.optional(),
          raw: texts.optional(), exact: z.boolean().optional(), strength: z.enum(['strong', 'fair', 'weak']).optional() }))
      .optional(),
    classes: z.array(z.tuple([text, text, text])),
    weights: z.strictObject({
      least: share,
      sure: share,
      head: share,
      tail: share,
      form: weights,
      mark: weights,
      profiles: z.partialRecord(z.enum(PROFILES), weights).optional(),
    }),
  }),
  z.strictObject({
    kind: z.literal('template'),
    of: z.enum(['line', 'paragraph', 'document']),
    minWords: count,
    maxWords: count.optional(),
    together: count.optional(),
    documents: count.optional(),
    share: share.optional(),
  }),
  z.strictObject({
    kind: z.literal('salad'),
    reward: z.strictObject({ long: z.number(), middle: z.number(), short: z.number(), capital: z.number() }),
    longest: z.strictObject({ short: count, middle: count }),
    cost: z.strictObject({
      functional: z.number(),
      punctuation: z.number(),
      digit: z.number(),
      line: z.number(),
      blankLine: z.number(),
    }),
    fillers: texts.optional(),
    drop: z.number(),
    onsetDrop: z.number(),
    peak: z.number(),
    surePeak: z.number(),
    blockWords: count,
    blockPeak: z.number(),
  }),
  z.strictObject({
    kind: z.literal('page'),
    strong: texts,
    weak: texts,
    against: texts.optional(),
    least: count,
    share: z.number(),
    mostProse: count,
    vocabulary: z
      .strictObject({
        share: z.number(),
        least: count,
        brief: z.strictObject({ words: count, share: z.number(), least: count, things: texts }).optional(),
        phrases: texts,
        stems: texts,
      })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    defect: z.enum(['cell-per-line', 'glued', 'one-line']),
    heads: texts.optional(),
    names: texts.optional(),
  }),
  z.strictObject({
    kind: z.literal('block-model'),
    weights: z.unknown(),
    htmlWeights: z.unknown().optional(),
    levels,
    htmlLevels: levels.optional(),
    unspacedLevels: levels.optional(),
    sureness: z.strictObject({ from: z.number().min(0).lt(1), level: share }).optional(),
    htmlTitle: share.optional(),
    htmlCaution: z.strictObject({ base: z.number(), slope: z.number(), least: z.number(), most: z.number() }).optional(),
  }),
  ...DAMAGE_DETECT,
] as const;

const scope = z.strictObject({
  containers: z.array(z.enum(CONTAINERS)).optional(),
  kinds: z.array(z.enum(BLOCK_KINDS)).optional(),
  formats: z.array(z.enum(FORMATS)).optional(),
  minWords: count.optional(),
  maxWords: count.optional(),
  firstBlocks: count.optional(),
  lastBlocks: count.optional(),
  minDocumentWords: count.optional(),
  maxDocumentWords: count.optional(),
});

const examples = z.strictObject({
  bad: texts,
  good: texts,
  mistaken: z.array(text).default([]),
  missed: z.array(text).default([]),
});

/** The shape of a rule file, before `id`, `family` and `origin` are added from its path. */
export const ruleSchema = z.strictObject({
  title: text,
  why: text,
  severity: z.enum(SEVERITIES),
  weighs: z.enum(['symptom', 'extent', 'evidence']).default('extent'),
  confidence: z.number().min(0).max(1),
  message: text,
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .optional(),
  scope: scope.optional(),
  detect: z.discriminatedUnion('kind', DETECT),
  examples,
  sources: z.array(text).default([]),
});
