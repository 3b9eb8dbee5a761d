import type { Random } from './random.ts';
import { ADJECTIVES, ADVERBS, MONTHS, NAMES, NOUNS, OPENERS, PLACES, SURNAMES, VERBS } from './vocabulary.ts';

type Part = (random: Random) => string;

const DETERMINERS = ['the', 'the', 'the', 'a', 'its', 'their', 'every', 'another', 'this', 'that'] as const;
const PREPOSITIONS = [
  'in',
  'near',
  'behind',
  'beside',
  'above',
  'below',
  'across',
  'through',
  'with',
  'without',
  'for',
] as const;
const LINKS = ['and', 'but', 'while', 'because', 'although', 'so that', 'until', 'before', 'after', 'where'] as const;
const REPORTED = ['said', 'recalled', 'wrote', 'argued', 'admitted', 'explained'] as const;

const noun: Part = (random) => random.pickCommon(NOUNS);
const adjective: Part = (random) => random.pickCommon(ADJECTIVES);
const verb: Part = (random) => random.pickCommon(VERBS);

export const person: Part = (random) => `${random.pick(NAMES)} ${random.pick(SURNAMES)}`;
export const place: Part = (random) => random.pick(PLACES);

const thing: Part = (random) => {
  const determiner = random.pick(DETERMINERS);
  const words = [...(random.chance(0.45) ? [adjective(random)] : []), noun(random)].join(' ');
  const article = determiner === 'a' && /^[aeiou]/u.test(words) ? 'an' : determiner;
  return `${article} ${words}`;
};

const subject: Part = (random) => {
  if (random.chance(0.12)) return person(random);
  if (random.chance(0.08)) return `the people of ${place(random)}`;
  return random.chance(0.15) ? random.pick(['they', 'he', 'she', 'nobody', 'the two of them']) : thing(random);
};

const detail: Part = (random) => {
  const kind = random.below(5);
  if (kind === 0) return `in ${random.between(1780, 2024)}`;
  if (kind === 1)
    return `for ${random.between(2, 90)} ${random.pick(['days', 'years', 'weeks', 'pounds', 'families'])}`;
  if (kind === 2) return `in ${place(random)}`;
  return `${random.pick(PREPOSITIONS)} ${thing(random)}`;
};

const clause: Part = (random) => {
  const manner = random.chance(0.15) ? `${random.pick(ADVERBS)} ` : '';
  const tail = random.chance(0.6) ? ` ${detail(random)}` : '';
  return `${subject(random)} ${manner}${verb(random)} ${thing(random)}${tail}`;
};

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const opener: Part = (random) =>
  random
    .pick(OPENERS)
    .replace('{year}', String(random.between(1850, 2023)))
    .replace('{month}', random.pick(MONTHS));

export const sentence: Part = (random) => {
  const kind = random.next();
  if (kind < 0.18) return `${opener(random)} ${clause(random)}.`;
  if (kind < 0.5) return `${capitalise(clause(random))}, ${random.pick(LINKS)} ${clause(random)}.`;
  if (kind < 0.6) return `“${capitalise(clause(random))},” ${random.pick(REPORTED)} ${person(random)}.`;
  if (kind < 0.66)
    return `${capitalise(thing(random))}, which ${verb(random)} ${thing(random)}, ${verb(random)} ${thing(random)}.`;
  if (kind < 0.7) return `Who ${verb(random)} ${thing(random)} ${detail(random)}?`;
  return `${capitalise(clause(random))}.`;
};

export function paragraph(random: Random): string {
  return Array.from({ length: random.between(3, 8) }, () => sentence(random)).join(' ');
}

export const heading: Part = (random) => capitalise(`${adjective(random)} ${noun(random)} ${detail(random)}`);

export const title: Part = (random) => `How ${thing(random)} ${verb(random)} ${thing(random)} in ${place(random)}`;
