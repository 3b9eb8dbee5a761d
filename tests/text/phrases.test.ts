import { describe, expect, test } from 'vitest';
import { createPhraseIndex } from '../../src/text/phrase-index.ts';
import { readPhrase } from '../../src/text/phrase-notation.ts';
import { splitWords } from '../../src/text/words.ts';

function find(phrases: readonly string[], text: string): string[] {
  const words = splitWords(text);
  const index = createPhraseIndex(phrases.map((phrase, entry) => ({ entry, phrase })));
  return index
    .find(text, words, { from: 0, to: words.count })
    .map(({ entry, from, to }) => `${entry}:${text.slice(words.starts[from], words.ends[to - 1])}`);
}

describe('readPhrase', () => {
  test('expands alternatives', () => {
    const sequences = readPhrase('back to (the |)top').map((sequence) =>
      sequence.map((place) => ('word' in place ? place.word : '?')).join(' '),
    );
    expect(sequences).toEqual(['back to the top', 'back to top']);
  });

  test.each([
    ['a (b', '"(" without ")"'],
    ['a b)', '")" without "("'],
    ['{0,2} (|)', 'a gap|no words|needs|'],
    ['a {2} b', 'a gap is written'],
    ['a {5,2} b', 'must be'],
    ['a } b', '"}" without "{"'],
    ['...', 'has no words'],
  ])('refuses %s', (phrase, message) => {
    expect(() => createPhraseIndex([{ entry: 0, phrase }])).toThrow(new RegExp(message.replace(/[()]/g, '\\$&')));
  });
});

describe('createPhraseIndex', () => {
  test('finds phrases in any case, spacing and punctuation', () => {
    expect(find(['back to top', 'cookie'], 'BACK  to\ntop. A Cookie, back — to “top”')).toEqual([
      '0:BACK  to\ntop',
      '1:Cookie',
      '0:back — to “top',
    ]);
  });

  test('fills gaps with the fewest words, stars with one', () => {
    expect(
      find(['if you {0,3} let me know', 'read * more'], 'if you want more just let me know; read one more; read more'),
    ).toEqual(['0:if you want more just let me know', '1:read one more']);
    expect(find(['if you {0,2} let me know'], 'if you want some more please let me know')).toEqual([]);
  });

  test('takes prefixes and words that are only known by their place', () => {
    expect(find(['* daten* anzeigen'], 'alle Datensätze anzeigen')).toEqual(['0:alle Datensätze anzeigen']);
  });

  test('looks up characters of scripts without spaces', () => {
    expect(find(['返回顶部'], '请点击返回顶部按钮')).toEqual(['0:返回顶部']);
  });

  test('looks up the rarest words, wherever they stand', () => {
    expect(
      find(['the {0,2} article is only for {0,2} members'], 'the one the long article is only for our members'),
    ).toEqual(['0:the long article is only for our members']);
    expect(find(['{1,2} quokka'], 'a small quokka')).toEqual(['0:small quokka']);
    expect(find(['{1,2} quokka'], 'quokka')).toEqual([]);
  });

  test('stays within its range', () => {
    const text = 'back to top';
    const words = splitWords(text);
    const index = createPhraseIndex([{ entry: 0, phrase: 'back to top' }]);
    expect(index.find(text, words, { from: 0, to: 2 })).toEqual([]);
    expect(index.find(text, words, { from: 1, to: 3 })).toEqual([]);
  });
});

test('a gap at the end is matched short, and says how far it could reach', () => {
  const words = splitWords('share this with your friends');
  const [match] = createPhraseIndex([{ entry: 7, phrase: 'share this {0,3}' }]).find(
    'share this with your friends',
    words,
    { from: 0, to: words.count },
  );
  expect(match).toEqual({ entry: 7, from: 0, to: 2, slack: 3 });
});
