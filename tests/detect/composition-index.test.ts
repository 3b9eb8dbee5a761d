import { describe, expect, it } from 'vitest';
import {
  addFitting,
  fitsAny,
  holds,
  indexAffixes,
  indexEntries,
  mayBegin,
} from '../../src/detect/composition-index.ts';
import { readPhrases } from '../../src/detect/composition-phrases.ts';
import { splitWords } from '../../src/text/words.ts';

const entriesOf = (phrases: string) => readPhrases(phrases, 'en').map((phrase) => ({ name: 0, language: 0, phrase }));

function begins(phrases: string, text: string): { may: boolean; holds: boolean } {
  const index = indexEntries(entriesOf(phrases));
  const words = splitWords(text);
  const range = { from: 0, to: words.count };
  return { may: mayBegin(index, words.hashes, 0), holds: holds(index, { text, words }, range) };
}

describe('mayBegin', () => {
  it.each([
    ['red', 'red kite'],
    ['red kite', 'red kite flies'],
    ['red (kite|fox)', 'red fox'],
    ['red (old|) kite', 'red old kite'],
    ['red (old|) kite', 'red kite'],
    ['red (old|)', 'red'],
    ['red #', 'red 17'],
    ['red ki*', 'red kites'],
    ['red (old|)? (kite|) flies', 'red flies'],
  ])('lets "%s" through where it stands in "%s"', (phrase, text) => {
    expect(begins(phrase, text)).toEqual({ may: true, holds: true });
  });

  it.each([
    ['red kite', 'red fox'],
    ['red (old|) kite', 'red fox kite'],
    ['red kite', 'red'],
    ['red kite', 'blue kite'],
  ])('turns "%s" away in "%s" by its first two words', (phrase, text) => {
    expect(begins(phrase, text)).toEqual({ may: false, holds: false });
  });
});

describe('addFitting', () => {
  const index = indexAffixes(entriesOf('kit*;*est;f*'));
  const fitting = (word: string): string[] => {
    const found: string[] = [];
    if (index !== undefined) addFitting(index, word, ({ phrase }) => found.push(phrase.source));
    return found;
  };

  it('finds parts of words by their first and last characters, and tries short ones on every word', () => {
    expect(fitting('kitchen')).toEqual(['kit*', 'f*']);
    expect(fitting('oldest')).toEqual(['*est', 'f*']);
    expect(fitting('o')).toEqual(['f*']);
  });

  it('agrees with fitsAny', () => {
    const long = indexAffixes(entriesOf('kit*'));
    expect(long !== undefined && fitsAny(long, 'kitchen')).toBe(true);
    expect(long !== undefined && fitsAny(long, 'oldest')).toBe(false);
  });
});
