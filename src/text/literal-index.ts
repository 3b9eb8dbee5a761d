import { addHash, createHashFilter, mayHold } from './hash-filter.ts';

export interface IndexedLiteral {
  /** What the literal belongs to; handed back with each place. */
  readonly entry: number;
  /** Not empty. Upper and lower case are told apart. */
  readonly literal: string;
}

/** Calls back for every place of every literal, in no particular order; may do so twice for literals given twice. */
export type FindLiterals = (text: string, found: (entry: number, at: number) => void) => void;

/** Code units that a place is recognised by. A shift of a third of the bits a unit lets older units fall out. */
const GRAM = 3;
const SHIFT = 5;
const BITS = GRAM * SHIFT;
const MASK = (1 << BITS) - 1;

/**
 * Many literals looked for in one pass: the three code units that each place begins with are looked up in a table of bits
 * that hardly any three of a text are in. Shorter literals are looked for one by one.
 */
export function createLiteralIndex(literals: readonly IndexedLiteral[]): FindLiterals {
  const short = literals.filter(({ literal }) => literal.length < GRAM);
  const long = literals.filter(({ literal }) => literal.length >= GRAM);
  const known = createHashFilter(BITS);
  const byGram = new Map<number, IndexedLiteral[]>();
  for (const one of long) {
    const gram = gramOf(one.literal);
    addHash(known, gram);
    byGram.set(gram, [...(byGram.get(gram) ?? []), one]);
  }
  return (text, found) => {
    for (const { entry, literal } of short) {
      for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) found(entry, at);
    }
    if (long.length === 0) return;
    let gram = 0;
    for (let at = 0; at < text.length; at += 1) {
      gram = ((gram << SHIFT) ^ text.charCodeAt(at)) & MASK;
      if (!mayHold(known, gram)) continue;
      const start = at + 1 - GRAM;
      for (const { entry, literal } of byGram.get(gram) as IndexedLiteral[]) {
        if (text.startsWith(literal, start)) found(entry, start);
      }
    }
  };
}

function gramOf(literal: string): number {
  let gram = 0;
  for (let at = 0; at < GRAM; at += 1) gram = ((gram << SHIFT) ^ literal.charCodeAt(at)) & MASK;
  return gram;
}
