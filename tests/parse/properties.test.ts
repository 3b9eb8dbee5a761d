import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { FORMATS, type Format } from '../../src/model/source.ts';
import { toPlain, toSource } from '../../src/parse/offset-map.ts';
import { parse } from '../../src/parse/parse.ts';

const read = (text: string, format: Format) => parse({ id: 'x', text, format });

/** Pieces that markup is made of, so that random texts meet every branch. */
const TAGS =
  '<p> </p> <div class="aB-c"> </div> <b> </b> <a href="u"> </a> <br> <br/> <hr> <ul> <li> </ul> <table> <tr> <td> <th> </table> ' +
  '<pre> </pre> <code> </code> <h2> </h2> <blockquote> </blockquote> <nav> </nav> <script> </script> <!-- --> < > <select> <option> ' +
  '<noscript> </noscript> <!--dross-disable--> <!--dross-enable--> &amp; &nbsp &#x1F600; &lt; & &bogus;';
const MARKS = '# - 1. > ``` ` * ** _ [ ] ](u) ![ [a]: /u | |---|---| \\ --- === ~~ http://a.b <http://c.d> “ ” " — ! :';
const WORDS = 'a Word two 漢字 😀 \uD800 é.';
const SPACES = [' ', '  ', '    ', '\n', '\r\n', '\r', '\n\n', '\t', '\u00a0', '\uFEFF', '[ ] '];
const PIECES = [TAGS, MARKS, WORDS].flatMap((pieces) => pieces.split(' ')).concat(SPACES);

const markup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), markup);
const anyFormat = fc.constantFrom(...FORMATS);

function expectSound(document: Document): void {
  const { text, blocks, inlines, allowances, source } = document;
  let end = 0;
  for (const [index, block] of blocks.entries()) {
    expect(block.index).toBe(index);
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeGreaterThan(block.start);
    const inside = text.slice(block.start, block.end);
    expect(inside).toBe(inside.trim());
    end = block.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  let start = 0;
  for (const inline of inlines) {
    expect(inline.start).toBeGreaterThanOrEqual(start);
    expect(inline.end).toBeGreaterThan(inline.start);
    const holder = blocks.find((block) => block.start <= inline.start && inline.end <= block.end);
    expect(holder).toBeDefined();
    start = inline.start;
  }
  for (const allowance of allowances) expect(allowance.end).toBeLessThanOrEqual(text.length);
  expectMonotone(document, source.text);
}

function expectMonotone(document: Document, source: string): void {
  let before = { start: 0, end: 0 };
  for (let at = 0; at < document.text.length; at += 1) {
    const span = toSource(document, { start: at, end: at + 1 });
    expect(span.start).toBeGreaterThanOrEqual(before.start);
    expect(span.end).toBeGreaterThanOrEqual(before.end);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(source.length);
    before = span;
  }
}

/** Every character of a block stands at its own place in the source, or stands for a reference, a mark or white space. */
function expectFaithful(document: Document): void {
  for (const block of document.blocks) {
    for (let at = block.start; at < block.end; at += 1) {
      const span = toSource(document, { start: at, end: at + 1 });
      const there = document.source.text.slice(span.start, span.end);
      const here = document.text.charAt(at);
      const replaced = /^[&\\]/.test(there) || here === '\n' || here === ' ' || here === '\t';
      expect(replaced || there === here).toBe(true);
    }
  }
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const escapeMarkdown = (text: string) => text.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
const texts = (document: Document) => document.blocks.map((block) => document.text.slice(block.start, block.end));

describe('any text in any format', () => {
  test('has sound blocks, inlines and offsets', () => {
    fc.assert(
      fc.property(anyText, anyFormat, (text, format) => {
        const document = read(text, format);
        expectSound(document);
        expectFaithful(document);
      }),
      { numRuns: 2000 },
    );
  });

  test('ranges of blocks come back from the source as they went', () => {
    fc.assert(
      fc.property(anyText, anyFormat, fc.tuple(fc.nat(), fc.nat()), (text, format, [one, other]) => {
        const document = read(text, format);
        for (const block of document.blocks) {
          const length = block.end - block.start;
          const [first = 0, last = 0] = [one % length, other % length].sort((left, right) => left - right);
          const span = toSource(document, { start: block.start + first, end: block.start + last + 1 });
          const back = toPlain(document, span);
          expect(back.start).toBeLessThanOrEqual(block.start + first);
          expect(back.end).toBeGreaterThanOrEqual(block.start + last + 1);
          expect(toSource(document, back)).toEqual(span);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('plain text is its own text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = read(text, 'text');
        expect(document.text).toBe(text);
        const covered = document.blocks.map((block) => text.slice(block.start, block.end)).join('');
        expect(covered.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('the same paragraphs', () => {
  const word = fc.stringMatching(/^[a-zA-Zé漢😀&<>"'*_[\]()`#~\\.,!?;:-]{1,8}$/u);
  const paragraph = fc
    .array(word, { minLength: 1, maxLength: 12 })
    .map((words) => `A ${words.join(' ')} z`)
    .filter((text) => !/https?:|www\./.test(text));

  test('give the same blocks as text, Markdown and HTML', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        (paragraphs, end) => {
          const html = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join(end);
          const markdown = paragraphs.map(escapeMarkdown).join(end + end);
          expect(texts(read(html, 'html'))).toEqual(paragraphs);
          expect(texts(read(markdown, 'markdown'))).toEqual(paragraphs);
          expect(texts(read(paragraphs.join(end + end), 'text'))).toEqual(paragraphs);
        },
      ),
    );
  });
});
