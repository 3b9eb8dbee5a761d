import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMisdecoded } from '../../src/text/misdecoding.ts';

const HIGH = [...'‚ƒ„…†‡ˆ‰Š‹Œ'];
const SPECIALS: Readonly<Record<number, string>> = {
  0x80: '€',
  ...Object.fromEntries(HIGH.map((mark, index) => [0x82 + index, mark])),
  0x8e: 'Ž',
  ...Object.fromEntries([...'‘’“”•–—˜™š›œ'].map((mark, index) => [0x91 + index, mark])),
  0x9e: 'ž',
  0x9f: 'Ÿ',
};

/** Reads the UTF-8 of a text as Windows-1252. */
function misread(text: string): string {
  return Array.from(Buffer.from(text, 'utf8'), (byte) => SPECIALS[byte] ?? String.fromCharCode(byte)).join('');
}

/** Puts the repaired stretches in. */
function repair(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end, repaired } of findMisdecoded(text, 'windows-1252')) {
    out += text.slice(at, start) + repaired;
    at = end;
  }
  return out + text.slice(at);
}

const words = fc.array(
  fc.constantFrom('zażółć', 'gęślą', 'Ελλάδα', 'книга', 'naïve', '“so”', '—', '東京', 'plain', '€5', '…'),
  {
    minLength: 1,
  },
);

describe('text that was read in the wrong encoding', () => {
  test('is given back as it was', () => {
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        expect(repair(misread(text))).toBe(text);
      }),
    );
  });

  test('is given back when it was misread twice', () => {
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        expect(repair(misread(misread(text)))).toBe(text);
      }),
    );
  });

  test('counts how often it was misread', () => {
    expect(findMisdecoded(misread(misread('’')), 'windows-1252').map(({ times }) => times)).toEqual([2]);
  });

  test('is told from honest accents', () => {
    for (const text of [
      'Ça va, Noël à Orléans: «déjà» — “vu”…',
      'Äpfel, Öl, Übung, Spaß',
      'São Tomé e Príncipe',
      'Łódź, Kraków',
    ]) {
      expect(findMisdecoded(text, 'windows-1252').filter(({ strong }) => strong)).toEqual([]);
    }
  });

  test('knows Cyrillic encodings', () => {
    const misreadAs1251 = new TextDecoder('windows-1251').decode(Buffer.from('книга', 'utf8'));
    expect(findMisdecoded(misreadAs1251, 'windows-1251').map(({ repaired }) => repaired)).toEqual(['книга']);
    expect(findMisdecoded('Рёбра, Сёмга, Річка', 'windows-1251').filter(({ strong }) => strong)).toEqual([]);
  });
});
