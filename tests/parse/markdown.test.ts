import { describe, expect, test } from 'vitest';
import { toSource } from '../../src/parse/offset-map.ts';
import { describerOf } from './describe-document.ts';

const { read, blocks, described, inlines, sources } = describerOf('markdown');

describe('blocks of Markdown', () => {
  test('headings of both styles', () => {
    expect(described('# One *two* #\n\nThree\nfour\n===\n\nFive\n---\n')).toEqual([
      'heading/heading1: One two',
      'heading/heading1: Three\nfour',
      'heading/heading2: Five',
    ]);
  });

  test('paragraphs keep soft and hard breaks and lose margins', () => {
    expect(blocks('one \n  two  \nthree\\\nfour\n\nfive')).toEqual(['one\ntwo\nthree\nfour', 'five']);
    expect(blocks('one\r\ntwo\\\r\nthree\r\n\r\nfour\rfive')).toEqual(['one\ntwo\nthree', 'four\nfive']);
  });

  test('lists with their depth', () => {
    expect(described('- a\n- b\n  more\n\n  second\n    1. deep\n- [x] done')).toEqual([
      'list-item/list1: a',
      'list-item/list1: b\nmore',
      'paragraph/list1: second',
      'list-item/list2: deep',
      'list-item/list1: done',
    ]);
    expect(read('Intro:\n\n- a\n- b\n\n- c').blocks.map((block) => block.spaced)).toEqual([true, true, false, true]);
  });

  test('quotations with lazy continuation', () => {
    expect(described('> one\n> two\nthree\n>\n> > four')).toEqual([
      'quote/quotation: one\ntwo\nthree',
      'quote/quotation: four',
    ]);
  });

  test('code, fenced, indented and quoted', () => {
    expect(described('```js\nlet a;\n\n  b();\n```\n\n    c\n\n    d\n\n> ~~~\n> e\n> f\n> ~~~')).toEqual([
      'code/code: let a;\n\n  b();',
      'code/code: c\n\nd',
      'code/code: e\nf',
    ]);
  });

  test('table rows with cells', () => {
    const table = '| a | b \\| c |\n|---|:-:|\n| `x\\|y` | *z* |\nlast | row\n';
    expect(described(table)).toEqual([
      'table-row/table: a\tb | c',
      'table-row/table: x|y\tz',
      'table-row/table: last\trow',
    ]);
    expect(inlines(table).filter((inline) => inline.startsWith('cell'))).toEqual([
      'cell: a',
      'cell: b | c',
      'cell: x|y',
      'cell: z',
      'cell: last',
      'cell: row',
    ]);
  });

  test('blocks of HTML give their text', () => {
    expect(
      described('one\n\n<div class="a">\n<p>two &amp; <b>three</b></p>\n<!-- no -->four\n</div>\n\n*five*\n'),
    ).toEqual([
      'paragraph/prose: one',
      'paragraph/prose: two & three',
      'paragraph/prose: four',
      'paragraph/prose: five',
    ]);
    expect(sources('x\n\n<p>two &amp; <b>three</b></p>\n')).toEqual(['x', 'two &amp; <b>three']);
    expect(blocks('<details><summary>Read</summary>\n\nmore\n\n</details>')).toEqual(['Read', 'more']);
  });

  test('front matter, definitions and markup are no prose', () => {
    const text =
      '---\ntitle: "A day"\nlang: de\n---\n\n[a]: http://x.y\n\n<div align="center">\n\nText <b>bold</b><br>line <!-- note -->\n';
    expect(described(text)).toEqual([
      'code/front-matter: title: "A day"\nlang: de',
      'paragraph/prose: Text bold\nline',
    ]);
    expect(read(text).declaredLanguage).toBe('de');
    expect(read(text).head?.title).toBe('A day');
    expect(described('---\n\nText\n\n---\n')).toEqual(['paragraph/prose: Text']);
  });
});

describe('absurd Markdown', () => {
  test('keeps its text', () => {
    for (const mark of ['[a](', '*a_ ', '- ', '> ', '![']) {
      const text = `${mark.repeat(30_000)}end`;
      expect(read(text).text.endsWith('end')).toBe(true);
    }
  });
});

describe('inlines of Markdown', () => {
  test('links of every kind', () => {
    expect(
      inlines(
        '[one](http://a.b "t") [two][x] [x][] [X] <http://c.d> https://e.f and [undefined] [gone][no]\n\n[x]: /target',
      ),
    ).toEqual([
      'link: one → http://a.b',
      'link: two → /target',
      'link: x → /target',
      'link: X → /target',
      'link: http://c.d → http://c.d',
      'link: https://e.f → https://e.f',
    ]);
    expect(blocks('[one](u) [undefined] [gone][no] ![pic *here*](p.png)')).toEqual([
      'one [undefined] [gone][no] pic here',
    ]);
  });

  test('emphasis, code and images', () => {
    expect(inlines('*a* __b__ `c` ![d](e)')).toEqual(['emphasis: a', 'strong: b', 'code: c', 'image: d → e']);
  });
});

describe('the way back to the source', () => {
  test('blocks lie on their own source', () => {
    expect(sources('# A &amp; b\n\n- *c*\n- d\n\n> e\n')).toEqual(['A &amp; b', 'c', 'd', 'e']);
  });

  test('an entity and an escape count as a whole', () => {
    const text = 'x &amp; y \\* z';
    const document = read(text);
    expect(document.text).toBe('x & y * z');
    const at = (start: number, end: number) => {
      const span = toSource(document, { start, end });
      return text.slice(span.start, span.end);
    };
    expect(at(2, 3)).toBe('&amp;');
    expect(at(0, 2)).toBe('x ');
    expect(at(3, 6)).toBe(' y ');
    expect(at(6, 9)).toBe('\\* z');
  });
});

describe('allowances', () => {
  test('for the next block and between two comments', () => {
    const text =
      'a\n\n<!-- dross-disable-next-line chatter/offer -->\n\nb\n\n<!-- dross-disable clutter/x, clutter/y -->\n\nc\n\n<!-- dross-enable clutter/x -->\n\nd\n';
    const document = read(text);
    expect(
      document.allowances.map(({ ruleId, start, end }) => `${ruleId}: ${document.text.slice(start, end).trim()}`),
    ).toEqual(['chatter/offer: b', 'clutter/x: c', 'clutter/y: c\n\nd']);
  });
});
