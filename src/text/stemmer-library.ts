import { createRequire } from 'node:module';
import { once } from './once.ts';

/** Takes a word in lower case to its stem. */
export type Stemmer = (word: string) => string;

/** Porter-style stemmers of `natural`, one file a language. Its package root is never loaded: it costs half a second. */
const FILES: Readonly<Record<string, string>> = {
  en: 'porter_stemmer',
  de: 'porter_stemmer_de',
  es: 'porter_stemmer_es',
  fr: 'porter_stemmer_fr',
  it: 'porter_stemmer_it',
  nl: 'porter_stemmer_nl',
  no: 'porter_stemmer_no',
  pt: 'porter_stemmer_pt',
  ru: 'porter_stemmer_ru',
  sv: 'porter_stemmer_sv',
  uk: 'porter_stemmer_uk',
};

const stemmers: ReadonlyMap<string, () => Stemmer> = new Map(
  Object.entries(FILES).map(([language, file]) => [language, once(() => loadStemmer(file))]),
);

const keep: Stemmer = (word) => word;

/** The door to `natural`'s stemmers, loaded on first use; words of a language without one are their own stem. */
export function stemmerOf(language: string): Stemmer {
  return stemmers.get(language.split('-')[0] as string)?.() ?? keep;
}

function loadStemmer(file: string): Stemmer {
  const library = createRequire(import.meta.url)(`natural/lib/natural/stemmers/${file}.js`) as { stem: Stemmer };
  return (word) => library.stem(word);
}
