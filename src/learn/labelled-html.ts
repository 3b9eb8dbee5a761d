import { analyze } from '../analyze/index.ts';
import { collectListed, type Listed } from '../detect/block-model/listed-measures.ts';
import { readHeadLikeness } from '../detect/block-model/head-likeness.ts';
import type { NameScores } from '../detect/block-model/name-scores.ts';
import { describeBlocks } from '../detect/block-model/model.ts';
import type { Analysis } from '../model/analysis.ts';
import { toSource } from '../parse/offset-map.ts';
import { parse } from '../parse/parse.ts';
import { keepHead } from './keep-head.ts';
import { labelBlocks, UNLABELLED, type FindHits, type LabelledLine, type PageRows } from './labelled-lines.ts';

/** An HTML page with places of its source labelled: `y` 1 content, 0 clutter, null unknown; sorted by place. */
export interface LabelledHtml {
  readonly id: string;
  readonly html: string;
  readonly page_type?: string;
  readonly spans: readonly { readonly o: readonly [number, number]; readonly y: 0 | 1 | null }[];
}

/** A page read, with its blocks labelled. */
export interface ReadHtml {
  readonly page: LabelledHtml;
  readonly analysis: Analysis;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
  readonly listed: Listed;
}

/** Reads a page as `dross check` would and carries the labels of its places over to its blocks. */
export function readLabelledHtml(page: LabelledHtml, weight: number, find: FindHits): ReadHtml {
  const analysis = analyze(parse({ id: page.id, text: page.html, format: 'html' }));
  const places = analysis.document.blocks.map((block) => toSource(analysis.document, block));
  const pieces = page.spans.map(({ o: [start, end], y }) => ({ start, end, y }));
  const listed = collectListed(analysis, find(analysis));
  const labelled = labelBlocks(places, pieces, weight);
  return { page, analysis, listed, ...labelHead(analysis, listed, { ...labelled, weight }) };
}

interface Labels {
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

/** How like the title of the page a block must be to be its headline. */
const HEADLINE = 0.5;
const CONTENT = 0;
const MEANINGS = [1, 0] as const;

/**
 * The labels with our opinions about the head of an article: the headline, known by the title of the page, and dates and bylines
 * below it are content. What else `keepHead` would keep nobody knows: markup often tells it from the article.
 */
function labelHead(
  analysis: Analysis,
  { clutter }: Listed,
  { labels, weights, weight }: Labels & { readonly weight: number },
): Labels {
  const { text, blocks } = analysis.document;
  const { title } = readHeadLikeness(analysis);
  const lines = blocks.map(({ start, end }, index): LabelledLine => ({
    t: text.slice(start, end),
    y: MEANINGS[labels[index] as number] ?? null,
    listed: clutter[index] as number,
    ...((title[index] as number) >= HEADLINE && { k: 'title' }),
  }));
  const kept = keepHead(lines);
  const isHead = (index: number): boolean => kept[index]?.weight !== undefined;
  const isKept = (index: number): boolean => kept[index]?.y === lines[index]?.y;
  return {
    labels: labels.map((own, index) => (isHead(index) ? CONTENT : isKept(index) ? own : UNLABELLED)),
    weights: weights.map((own, index) => (isHead(index) ? weight : own)),
  };
}

/**
 * The same page as if its markup were bare, nothing but `div`, no classes, no roles, and its wordings were on no list. Old pages
 * and many new ones are so.
 */
export function stripMarkup(read: ReadHtml, weight: number): ReadHtml {
  const { analysis } = read;
  const blocks = analysis.document.blocks.map((block) => {
    if (block.element === undefined) return block;
    const path = block.element.path.map((name) => (MEANINGFUL.has(name) ? 'div' : name));
    return { ...block, element: { ...block.element, path, names: [], roles: [] } };
  });
  const stripped = { ...analysis, document: { ...analysis.document, blocks } };
  const listed = { ...read.listed, clutter: new Float32Array(blocks.length) };
  return { ...read, analysis: stripped, listed, weights: read.weights.map((own) => own * weight) };
}

const MEANINGFUL = new Set(['nav', 'header', 'footer', 'aside', 'main', 'article', 'section', 'figure', 'p']);

/** Rows to learn from, given what names of classes and ids are worth. */
export function describeHtml({ page, analysis, listed, labels, weights }: ReadHtml, names: NameScores): PageRows {
  const { rows, measured } = describeBlocks(analysis, listed, names);
  const { blocks } = analysis.document;
  return {
    id: page.id,
    rows,
    words: measured.words,
    labels,
    weights,
    starts: Uint32Array.from(blocks, ({ start }) => start),
    ends: Uint32Array.from(blocks, ({ end }) => end),
  };
}

const LEAST_PAGES = 8;
const MOST_NAMES = 900;
const TENTHS = 10;
const SMOOTHING = 2;
const LARGEST = 4;

/** What each class or id word of several pages is worth: smoothed log odds of clutter, each page one voice for each word. */
export function fitNames(pages: readonly ReadHtml[]): NameScores {
  const tallies = new Map<string, { pages: number; clutter: number }>();
  let clutter = 0;
  let all = 0;
  for (const page of pages) {
    for (const [name, { clutter: against, content }] of countNames(page)) {
      const tally = tallies.get(name) ?? { pages: 0, clutter: 0 };
      tallies.set(name, tally);
      tally.pages += 1;
      tally.clutter += against / (against + content);
      clutter += against / (against + content);
      all += 1;
    }
  }
  const prior = clutter / Math.max(1, all);
  const scores = [...tallies]
    .filter(([, tally]) => tally.pages >= LEAST_PAGES)
    .sort(([a, one], [b, other]) => other.pages - one.pages || (a < b ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(([name, tally]) => [name, scoreOf(tally, prior)] as const);
  return Object.fromEntries(scores.filter(([, score]) => score !== 0));
}

function countNames({ analysis, labels }: ReadHtml): Map<string, { clutter: number; content: number }> {
  const counts = new Map<string, { clutter: number; content: number }>();
  analysis.document.blocks.forEach(({ element, start, end }, index) => {
    if (labels[index] === UNLABELLED) return;
    const length = Math.sqrt(end - start);
    for (const name of element?.names ?? []) {
      const count = counts.get(name) ?? { clutter: 0, content: 0 };
      counts.set(name, count);
      count[labels[index] === 1 ? 'clutter' : 'content'] += length;
    }
  });
  return counts;
}

function scoreOf({ pages, clutter }: { pages: number; clutter: number }, prior: number): number {
  const odds = (clutter + SMOOTHING * prior) / (pages - clutter + SMOOTHING * (1 - prior));
  const base = prior / (1 - prior);
  return Math.round(TENTHS * Math.max(-LARGEST, Math.min(LARGEST, Math.log(odds / base))));
}
