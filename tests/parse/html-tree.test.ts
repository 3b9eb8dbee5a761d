import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HtmlNode, readHtml, walkHtml } from '../../src/clean/html-dom.ts';
import { readShallowTree, readTree } from '../../src/parse/html-parser.ts';
import { attributeOf, dataOf, type HtmlTree, isElement, TEXT, walkTree } from '../../src/parse/html-tree.ts';

/** One line for each node that both trees keep, and for where each element ends. */
function describeTree(tree: HtmlTree): string[] {
  const lines: string[] = [];
  walkTree(tree, {
    enter(node) {
      const tag = tree.tags[node] as string;
      if (tag === TEXT) lines.push(`${tree.starts[node]}-${tree.ends[node]} ${JSON.stringify(dataOf(tree, node))}`);
      else if (isElement(tree, node))
        lines.push(`${tree.starts[node]} <${tag} class=${attributeOf(tree, node, 'class')}>`);
      return isElement(tree, node);
    },
    leave(node) {
      lines.push(`</${tree.tags[node]}> ${tree.ends[node]}`);
    },
  });
  return lines;
}

/** Declarations have a name as well. */
function isTag({ name }: HtmlNode): boolean {
  return name !== undefined && !/^[!?]/.test(name);
}

function describeDom(text: string): string[] {
  const lines: string[] = [];
  walkHtml(readHtml(text), {
    enter(node) {
      if (node.type === 'text')
        lines.push(`${node.startIndex}-${(node.endIndex ?? 0) + 1} ${JSON.stringify(node.data)}`);
      else if (isTag(node)) lines.push(`${node.startIndex} <${node.name} class=${node.attribs?.['class']}>`);
      return isTag(node);
    },
    leave(node) {
      lines.push(`</${node.name}> ${Math.min(text.length, (node.endIndex ?? 0) + 1)}`);
    },
  });
  return lines;
}

const PIECES = [
  '<p>|</p>|<div class="a">|<DIV CLASS=b class=c>|</div>|<ul>|<li>|</li>|<br>|</br>|<br/>|<b>|</b>|</x>|</>|</ p>|</3>|< p>|<|</',
  '<table><tr><td>|</td>|</table>|<svg>|<path/>|</svg>|<script>|</script>|<style>|</style >|<title>|</TITLE>|<textarea>|</textarea>',
  "<!-- c -->|<!--|-->|<!doctype html>|<?php x ?>|<![CDATA[x]]>|text| |\n|&amp;|&|\"|'|=|>|<a href='x|<p class|<input disabled value=1>",
].flatMap((pieces) => pieces.split('|'));

describe('the tree of an HTML text', () => {
  test('is the one that cheerio builds', () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(describeTree(readTree(text))).toEqual(describeDom(text));
      }),
      { numRuns: 2000, examples: [['x<p class</']] },
    );
  });

  test('of a piece of a larger text has its places there', () => {
    const alone = readTree('<p class="a">x &amp; y</x> z</p>');
    const inside = readTree('<p class="a">x &amp; y</x> z</p>', 100);
    expect([...inside.starts].slice(1, 3)).toEqual([...alone.starts].slice(1, 3).map((start) => start + 100));
    expect(dataOf(inside, 2)).toBe('x &amp; y z');
  });

  test('is not built when it is too deep', () => {
    expect(readShallowTree('<i>'.repeat(50), 50)?.count).toBe(51);
    expect(readShallowTree('<i>'.repeat(51), 50)).toBeUndefined();
  });
});
