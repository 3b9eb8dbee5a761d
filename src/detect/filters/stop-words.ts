import { createRequire } from 'node:module';
import { once } from '../../text/once.ts';

/** The door to `stopwords-json`, loaded on first use: the English list that RedPajama-V2 counts. */
export const englishStopWords = once(
  (): ReadonlySet<string> => new Set(createRequire(import.meta.url)('stopwords-json/dist/en.json') as string[]),
);
