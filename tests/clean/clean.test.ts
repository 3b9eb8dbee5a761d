import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, type CleanForm, cutSource, restore } from '../../src/clean/index.ts';
import type { Format } from '../../src/model/source.ts';
import { toSource } from '../../src/parse/offset-map.ts';
import { parse } from '../../src/parse/parse.ts';

const read = (text: string, format: Format) => parse({ id: 'x', text, format });

/** Cleans a text whose ranges to remove are marked ⟦ ⟧. */
function cleanMarked(marked: string, format: Format, to?: CleanForm): string {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/(?=[⟦⟧])/)) {
    if (piece.startsWith('⟦')) spans.push({ start: text.length, end: 0 });
    const open = spans.at(-1);
    if (piece.startsWith('⟧') && open !== undefined) open.end = text.length;
    text += piece.replace(/^[⟦⟧]/, '');
  }
  return clean(read(text, format), spans, to);
}

const bare = (text: string) => text.replaceAll(/\s/g, '');

describe('text', () => {
  test('lines go with their line break, one gap stays', () => {
    expect(cleanMarked('one\n⟦ad⟧\ntwo\n', 'text')).toBe('one\ntwo\n');
    expect(cleanMarked('one\n\n⟦ad⟧\n\ntwo\n', 'text')).toBe('one\n\ntwo\n');
    expect(cleanMarked('one\n\n⟦ad⟧\ntwo\n', 'text')).toBe('one\n\ntwo\n');
    expect(cleanMarked('one\n⟦ad⟧\n⟦ad⟧\n\n⟦ad⟧\n\ntwo\n', 'text')).toBe('one\n\ntwo\n');
    expect(cleanMarked('one\r\n\r\n⟦ad⟧\r\n\r\ntwo\r\n', 'text')).toBe('one\r\n\r\ntwo\r\n');
  });

  test('nothing stays at the edges', () => {
    expect(cleanMarked('⟦menu⟧\n⟦menu⟧\n\none\n', 'text')).toBe('one\n');
    expect(cleanMarked('one\n\n⟦footer⟧\n', 'text')).toBe('one\n');
    expect(cleanMarked('one\n\n⟦footer⟧', 'text')).toBe('one');
    expect(cleanMarked('⟦all⟧\n', 'text')).toBe('');
  });

  test('part of a line goes with one of its spaces', () => {
    expect(cleanMarked('One ⟦ad⟧ two.', 'text')).toBe('One two.');
    expect(cleanMarked('One ⟦ad⟧, two.', 'text')).toBe('One, two.');
    expect(cleanMarked('⟦ad⟧ One.\n  Two. ⟦ad⟧\nThree.', 'text')).toBe('One.\n  Two.\nThree.');
    expect(cleanMarked('One ⟦ad\n\nad⟧ two.', 'text')).toBe('One \ntwo.');
    expect(cleanMarked('ab⟦c⟧de', 'text')).toBe('abde');
  });
});

describe('Markdown', () => {
  test('whole blocks go with their marks', () => {
    expect(cleanMarked('- one\n- ⟦ad⟧\n- two\n', 'markdown')).toBe('- one\n- two\n');
    expect(cleanMarked('# ⟦Related⟧ #\n\none\n', 'markdown')).toBe('one\n');
    expect(cleanMarked('⟦Related⟧\n=======\n\none\n', 'markdown')).toBe('one\n');
    expect(cleanMarked('one\n\n```js\n⟦x()⟧\n```\n\ntwo\n', 'markdown')).toBe('one\n\ntwo\n');
    expect(cleanMarked('one\n\n> **⟦ad⟧**\n\ntwo\n', 'markdown')).toBe('one\n\ntwo\n');
  });

  test('part of a block goes with the marks around it', () => {
    expect(cleanMarked('One **⟦ad⟧** two [⟦link⟧](http://a.b) three.', 'markdown')).toBe('One two three.');
    expect(cleanMarked('One ![⟦pic⟧](a.png) *two* ⟦three⟧.', 'markdown')).toBe('One *two*.');
  });

  test('as text', () => {
    expect(cleanMarked('# One\n\n- a *b*\n- ⟦c⟧\n  - d\n\n> e\n', 'markdown', 'text')).toBe(
      'One\n\n- a b\n  - d\n\ne\n',
    );
  });
});

const PAGE =
  '<html><head><title>T</title></head><body><nav><ul><li><a href="/">⟦Home⟧</a></li><li><a href="/n">⟦News⟧</a></li></ul></nav>' +
  '<h1>A &amp; B</h1><p>One <b>bold</b> and <em>soft</em>, see <a href="http://a.b/c">there</a>. ⟦<i>Share this!</i>⟧</p>' +
  '<ol><li>first<ul><li>inner</li></ul></li><li>second</li></ol><ul><li>⟦Share⟧</li></ul>' +
  '<table><tr><th>Year</th><th>Rain</th></tr><tr><td>1999</td><td>3 | 4</td></tr><tr><td>⟦Ad⟧</td><td>⟦vert⟧</td></tr></table>' +
  '<blockquote><p>said</p></blockquote><pre>let a = `b`;</pre><footer><p>⟦Copyright⟧</p><img src="x.png"></footer></body></html>';

describe('HTML', () => {
  test('as text', () => {
    expect(cleanMarked(PAGE, 'html')).toBe(
      'A & B\n\nOne bold and soft, see there.\n\n1. first\n  - inner\n2. second\n\nYear\tRain\n1999\t3 | 4\n\nsaid\n\nlet a = `b`;\n',
    );
  });

  test('as Markdown', () => {
    expect(cleanMarked(PAGE, 'html', 'markdown')).toBe(
      '# A & B\n\nOne **bold** and _soft_, see [there](http://a.b/c).\n\n1. first\n   - inner\n2. second\n\n' +
        '| Year | Rain |\n| --- | --- |\n| 1999 | 3 \\| 4 |\n\n> said\n\n```\nlet a = `b`;\n```\n',
    );
  });

  test('as HTML, with balanced tags and without emptied elements', () => {
    expect(cleanMarked(PAGE, 'html', 'html')).toBe(
      '<html><head><title>T</title></head><body><h1>A &amp; B</h1><p>One <b>bold</b> and <em>soft</em>, see <a href="http://a.b/c">there</a>. </p>' +
        '<ol><li>first<ul><li>inner</li></ul></li><li>second</li></ol>' +
        '<table><tr><th>Year</th><th>Rain</th></tr><tr><td>1999</td><td>3 | 4</td></tr></table>' +
        '<blockquote><p>said</p></blockquote><pre>let a = `b`;</pre><footer><img src="x.png"></footer></body></html>',
    );
  });

  test('marks of Markdown in the text stay text', () => {
    for (const text of [
      '# no',
      '1. no',
      '- no',
      '> no',
      '*a* _b_ `c` [d](e) <f>',
      '+ no',
      '---',
      'a &amp; b',
      '~~no~~',
      '===',
    ]) {
      const html = `<p>x</p><p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
      const back = read(clean(read(html, 'html'), [], 'markdown'), 'markdown');
      expect(back.blocks.map((block) => back.text.slice(block.start, block.end))).toEqual(['x', text]);
      expect(back.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph']);
    }
  });
});

const PIECES =
  '<p> </p> <div> </div> <b> </b> <em> </em> <a@href="u"> </a> <br> <ul> <ol> <li> </ul> </ol> <table> <tr> <td> </table> <pre> </pre> <h2> </h2> <img> &amp; &lt; < # - 1. > ``` ` * ** _ [ ] ](u) | |---| Word two 漢字 😀 , .'
    .split(' ')
    .map((piece) => piece.replace('@', ' '))
    .concat([' ', '  ', '\n', '\r\n', '\n\n', '\t']);
const markup = fc.array(fc.constantFrom(...PIECES), { maxLength: 50 }).map((pieces) => pieces.join(''));
const ranges = fc.array(fc.tuple(fc.nat(200), fc.nat(30)), { maxLength: 6 });

describe('any document, any ranges', () => {
  test('what was cut and what was kept is the source', () => {
    fc.assert(
      fc.property(markup, ranges, fc.constantFrom<Format>('text', 'markdown', 'html'), (text, some, format) => {
        const document = read(text, format);
        const spans = some.map(([start, length]) => toSource(document, { start, end: start + length }));
        const result = cutSource(document, spans);
        expect(restore(result)).toBe(text);
        expect(cutSource(document, []).kept).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('only what was asked for is missing from a text', () => {
    fc.assert(
      fc.property(markup, ranges, (text, some) => {
        const spans = some.map(([start, length]) => ({ start, end: start + length }));
        const inside = (at: number) => spans.some(({ start, end }) => start <= at && at < end);
        const expected = Array.from({ length: text.length }, (_, at) => (inside(at) ? '' : text.charAt(at))).join('');
        expect(bare(clean(read(text, 'text'), spans))).toBe(bare(expected));
      }),
      { numRuns: 500 },
    );
  });

  test('the text of HTML survives as HTML and as text', () => {
    fc.assert(
      fc.property(markup, ranges, (text, some) => {
        const document = read(text, 'html');
        const plain = some.map(([start, length]) => ({ start, end: Math.min(document.text.length, start + length) }));
        const spans = plain.filter(({ start, end }) => start < end).map((span) => toSource(document, span));
        const inside = (at: number) =>
          spans.some(({ start, end }) => {
            const there = toSource(document, { start: at, end: at + 1 });
            return start <= there.start && there.end <= end;
          });
        const expected = Array.from({ length: document.text.length }, (_, at) =>
          inside(at) ? '' : document.text.charAt(at),
        );
        const html = clean(document, spans, 'html');
        expect(bare(read(html, 'html').text)).toBe(bare(expected.join('')));
      }),
      { numRuns: 500 },
    );
  });

  test('HTML written as Markdown reads back with the same words', () => {
    fc.assert(
      fc.property(markup, (text) => {
        const document = read(text, 'html');
        const back = read(clean(document, [], 'markdown'), 'markdown');
        expect(bare(back.text)).toBe(bare(document.text));
      }),
      { numRuns: 500 },
    );
  });
});
