import { describe, expect, test } from 'vitest';
import { toSource } from '../../src/parse/offset-map.ts';
import { describerOf } from './describe-document.ts';

const { read, blocks, described, inlines } = describerOf('html');

const sourceOf = (text: string, found: string) => {
  const document = read(text);
  const start = document.text.indexOf(found);
  const span = toSource(document, { start, end: start + found.length });
  return text.slice(span.start, span.end);
};

const first = (text: string) => read(text).blocks[0]?.element;

describe('blocks of HTML', () => {
  test('block-level elements part blocks, inline ones do not', () => {
    expect(blocks('<div>one<p>two <b>and</b> <i>half</i></p>three</div><section>four</section>')).toEqual([
      'one',
      'two and half',
      'three',
      'four',
    ]);
  });

  test('white space is collapsed, across elements too', () => {
    expect(blocks('<p>\n  one\t <b> two</b>\r\n<i>three </i> four\n</p>')).toEqual(['one two three four']);
  });

  test('one line break stays, two part blocks', () => {
    expect(blocks('<p>one<br>two<br/>\n<br>three</p>')).toEqual(['one\ntwo', 'three']);
  });

  test('kinds, containers and levels', () => {
    expect(
      described(
        '<h2>A</h2><ul><li>b<ol><li><p>c</p><p>d</p></ol></ul><blockquote><p>e</p></blockquote><pre>f\n  g</pre>' +
          '<figure><figcaption>h</figcaption></figure><nav><ul><li>i</ul></nav><button>j</button>',
      ),
    ).toEqual([
      'heading/heading2: A',
      'list-item/list1: b',
      'list-item/list2: c',
      'paragraph/list2: d',
      'quote/quotation: e',
      'code/code: f\n  g',
      'caption/prose: h',
      'menu-entry/navigation1: i',
      'control/form: j',
    ]);
  });

  test('what is no text of the page', () => {
    expect(
      blocks(
        '<title>t</title><style>a</style><script>b</script><!-- c --><svg><text>d</text></svg><p>e<noscript>f</noscript></p>',
      ),
    ).toEqual(['e']);
    expect(blocks('<noscript>Please enable JavaScript.</noscript><script>x</script>')).toEqual([
      'Please enable JavaScript.',
    ]);
  });

  test('unclosed and stray tags, stray marks', () => {
    expect(blocks('<p>one<p>two</b> three<li>four</div> 1 < 2 & 3 <4')).toEqual([
      'one',
      'two three',
      'four 1 < 2 & 3 <4',
    ]);
  });

  test('a missing end tag swallows no page', () => {
    expect(blocks('<title>A day<p>one</p><script>let a;</script><textarea><p>two')).toEqual(['A day', 'one', 'two']);
  });

  test('100,000 nested elements', () => {
    const depth = 100_000;
    expect(blocks(`${'<div>'.repeat(depth)}x${'</div>'.repeat(depth)}<p>y`)).toEqual(['x', 'y']);
    expect(blocks(`${'<div><b>'.repeat(depth)}x${'</i>'.repeat(depth)}`)).toEqual(['x']);
    expect(blocks('<ul><li>x'.repeat(depth)).length).toBeGreaterThan(0);
  });
});

test('end tags left out hundreds of times make no page deep', () => {
  const page = `<ul>${'<li><b>x</li>'.repeat(500)}</ul><p>y</p>`;
  expect(blocks(page)).toHaveLength(501);
  expect(first(page)?.path).toEqual(['ul', 'li', 'b']);
});

describe('tables', () => {
  test('a data table has a block a row', () => {
    const table =
      '<table><caption>Rain</caption><tr><th>Month</th><th>mm</th></tr><tr><td>May</td><td> <b>31</b> </td></tr><tr><td></td><td>x</td><td></td></tr></table>';
    expect(described(table)).toEqual([
      'caption/prose: Rain',
      'table-row/table: Month\tmm',
      'table-row/table: May\t31',
      'table-row/table: x',
    ]);
    expect(inlines(table).filter((inline) => inline.startsWith('cell'))).toEqual([
      'cell: Month',
      'cell: mm',
      'cell: May',
      'cell: 31',
      'cell: x',
    ]);
  });

  test('empty cells keep their place', () => {
    expect(blocks('<table><tr><td>a<td><td>c<tr><td>d<td>e<td>f</table>')).toEqual(['a\t\tc', 'd\te\tf']);
  });

  test('a layout table is ordinary blocks', () => {
    const layout =
      '<table><tr><td><ul><li>Home</ul></td><td><p>one</p><p>two</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>';
    expect(described(layout)).toEqual([
      'list-item/list1: Home',
      'paragraph/prose: one',
      'paragraph/prose: two',
      'table-row/table: a\tb',
      'table-row/table: c\td',
    ]);
  });
});

describe('character references', () => {
  test('are decoded as browsers do', () => {
    expect(blocks('<p>a&amp;b &#8212; &#x1F600; x&nbsp y &notit; &bogus; &#xD800; AT&T</p>')).toEqual([
      'a&b — 😀 x\u00a0 y ¬it; &bogus; \uFFFD AT&T',
    ]);
  });

  test('keep their own place', () => {
    const text = '<p>Fish &amp; <em>chips</em>&nbsp;&mdash; &#x1F600;!</p>';
    expect(sourceOf(text, 'Fish &')).toBe('Fish &amp;');
    expect(sourceOf(text, '& chips')).toBe('&amp; <em>chips');
    expect(sourceOf(text, 'chips')).toBe('chips');
    expect(sourceOf(text, '\u00a0—')).toBe('&nbsp;&mdash;');
    expect(sourceOf(text, '😀!')).toBe('&#x1F600;!');
  });
});

describe('inlines of HTML', () => {
  test('links, emphasis and code, outermost only', () => {
    expect(inlines('<p><a href="/x?a&amp;b">one <b>two</b></a> <em>th<i>r</i>ee</em> <code>four</code></p>')).toEqual([
      'link: one two → /x?a&b',
      'strong: two',
      'emphasis: three',
      'code: four',
    ]);
  });

  test('a link around blocks is cut at their borders', () => {
    expect(inlines('<a href="u"><h3>one</h3><p>two</p></a>')).toEqual(['link: one → u', 'link: two → u']);
  });
});

describe('evidence', () => {
  test('path, names, roles', () => {
    expect(first('<main role="main"><div class="postBody main_text" id="a-1"><p>x <b>y</b></p></div></main>')).toEqual({
      path: ['main', 'div', 'p'],
      names: ['post', 'body', 'main', 'text', 'a', '1'],
      roles: ['main'],
      linked: 0,
      hidden: false,
      alike: 1,
      parent: 0,
    });
  });

  test('a wrapper around the whole block counts, a part of it does not', () => {
    expect(first('<ul><li><a href="u">x</a></li><li>y</li></ul>')?.path).toEqual(['ul', 'li', 'a']);
    expect(first('<ul><li><a href="u">x</a> y</li></ul>')?.path).toEqual(['ul', 'li']);
  });

  test('links, repetition, hiding', () => {
    expect(first('<div><p class="a">xy <a>z</a></p><p class="a">1</p><p>2</p></div>')).toMatchObject({
      linked: 1,
      alike: 2,
    });
    expect(first('<div style="color:red; display: none"><p>x</p></div>')?.hidden).toBe(true);
    expect(first('<div><p aria-hidden="true">x</p></div>')?.hidden).toBe(true);
  });
});

describe('what the page declares', () => {
  test('language, titles and the article of its JSON-LD', () => {
    const page =
      '<html lang="pl"><head><title>A &amp; B | Site</title><meta property="og:title" content="A &amp; B">' +
      '<link rel="canonical" href="https://a.b/c"><script type="application/ld+json">{"@graph":[{"articleBody":"Text."}]}</script></head><p>x';
    const document = read(page);
    expect(document.declaredLanguage).toBe('pl');
    expect(document.head).toEqual({
      language: 'pl',
      title: 'A & B | Site',
      headline: 'A & B',
      canonical: 'https://a.b/c',
      articleBody: 'Text.',
    });
  });

  test('allowances in comments', () => {
    const document = read('<p>a</p><!-- dross-disable-next-line x/y --><p>b</p><p>c</p>');
    expect(document.allowances).toEqual([{ ruleId: 'x/y', start: 3, end: 4 }]);
  });
});
