import { z } from 'zod';

/** Values that schemas of all mechanisms are made of. Prose must be a real string: YAML makes mappings, numbers and nulls of unquoted text. */
export const text = z.string().min(1);
export const texts = z.array(text).min(1);
export const count = z.number().int().positive();
export const share = z.number().min(0).max(1);
