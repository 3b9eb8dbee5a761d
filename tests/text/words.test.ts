import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WORD } from '../../src/model/analysis.ts';
import { foldWord, hashWord, splitWords } from '../../src/text/words.ts';

function wordsOf(text: string): string[] {
  const words = splitWords(text);
  return Array.from({ length: words.count }, (_, at) => text.slice(words.starts[at], words.ends[at]));
}

function flagsOf(text: string): number[] {
  return [...splitWords(text).flags];
}

describe('splitWords', () => {
  test('parts words at punctuation and hyphens, keeps apostrophes between letters', () => {
    expect(wordsOf("Don't—stop: it's the ’90s, well-known (café).")).toEqual([
      "Don't",
      'stop',
      "it's",
      'the',
      '90s',
      'well',
      'known',
      'café',
    ]);
  });

  test('takes characters of scripts without spaces one by one', () => {
    expect(wordsOf('我爱 tea ちゃ')).toEqual(['我', '爱', 'tea', 'ち', 'ゃ']);
  });

  test('reads through zero-width and private-use characters without hashing them', () => {
    const words = splitWords('ci\u200Bte\uE200d');
    expect(words.count).toBe(1);
    expect(words.hashes[0]).toBe(hashWord('cited'));
    expect([words.starts[0], words.ends[0]]).toEqual([0, 7]);
  });

  test('folds case, full-width forms and curly apostrophes alike', () => {
    expect(hashWord('ＣｈａｔＧＰＴ')).toBe(hashWord('chatgpt'));
    expect(hashWord('Don’t')).toBe(hashWord("don't"));
    expect(foldWord('ÉTÉ')).toBe('été');
  });

  test('keeps letters outside the basic plane whole', () => {
    expect(wordsOf('a 𝐁𝐨𝐥𝐝 🙂 b')).toEqual(['a', '𝐁𝐨𝐥𝐝', 'b']);
  });

  test('says what stands before a word and what it is made of', () => {
    const [first, second, third, fourth] = flagsOf('one, TWO\nThree 4th');
    expect(first).toBe(0);
    expect(second).toBe(WORD.afterPunctuation | WORD.capital | WORD.upper);
    expect(third).toBe(WORD.afterLine | WORD.capital);
    expect(fourth).toBe(WORD.digit);
  });

  test('gives ordered ranges within any text, whose hash is that of the word alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const words = splitWords(text);
        let end = 0;
        for (let at = 0; at < words.count; at += 1) {
          const start = words.starts[at] as number;
          expect(start).toBeGreaterThanOrEqual(end);
          end = words.ends[at] as number;
          expect(end).toBeGreaterThan(start);
          expect(words.hashes[at]).toBe(hashWord(text.slice(start, end)));
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
