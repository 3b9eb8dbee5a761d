import type { Analysis } from '../../model/analysis.ts';
import type { Block, ElementEvidence } from '../../model/document.ts';
import type { Measured } from './block-measures.ts';
import { findRoot, type Root } from './article-root.ts';
import { readHeadLikeness } from './head-likeness.ts';
import { measureNames, type NameScores } from './name-scores.ts';

/** Elements that say by themselves where a block stands, looked for on its whole path. */
const REGIONS = [
  'nav',
  'header',
  'footer',
  'aside',
  'main',
  'article',
  'section',
  'form',
  'figure',
  'table',
  'ul',
  'li',
  'blockquote',
  'button',
  'a',
  'p',
  'td',
  'dl',
] as const;
const ROLES = ['navigation', 'banner', 'contentinfo', 'complementary', 'main', 'article', 'dialog', 'search'] as const;
/** Innermost elements by how often they hold text; the number of the place is the measure. */
const INNER = [
  'p',
  'li',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'button',
  'figcaption',
  'blockquote',
  'pre',
  'dt',
  'dd',
  'label',
  'option',
  'section',
  'article',
  'footer',
  'header',
  'nav',
  'aside',
  'body',
  'main',
  'form',
];

export const ELEMENT_MEASURES: readonly string[] = [
  'depth',
  'innermost element',
  'linked share',
  'hidden',
  'alike',
  'blocks of parent',
  'prose of parent',
  'linked share of parent',
  'prose share of parent',
  'at root',
  'path shared with root',
  'names shared with root',
  'depth from root',
  'name least',
  'name most',
  'name nearest',
  'name sum',
  'like title',
  'in article body',
  'has article body',
  ...REGIONS.map((name) => `inside <${name}>`),
  ...ROLES.map((name) => `role ${name}`),
  ...[-2, -1, 1, 2].flatMap((offset) => [
    `linked share at ${offset}`,
    `name sum at ${offset}`,
    `name nearest at ${offset}`,
  ]),
];

const OFFSETS = [-2, -1, 1, 2];
const OUTSIDE = -2;
const BITS = new Map<string, number>(REGIONS.map((name, bit) => [name, 1 << bit]));

/** Rows of `ELEMENT_MEASURES`, one a block of an HTML document. */
export function describeElements(analysis: Analysis, measured: Measured, names: NameScores): Float32Array {
  const { blocks } = analysis.document;
  const width = ELEMENT_MEASURES.length;
  const rows = new Float32Array(blocks.length * width);
  const survey = surveyElements(analysis, measured, names);
  blocks.forEach((block, index) => {
    const row = rows.subarray(index * width, (index + 1) * width);
    let at = writeOwn(row, block, survey);
    at = writeRegions(row, at, block.element);
    writeNeighbours(row, at, { index, survey, count: blocks.length });
  });
  return rows;
}

/** Sums over the blocks of one parent. */
export interface ParentSums {
  blocks: number;
  characters: number;
  linked: number;
  prose: number;
}

interface Survey {
  readonly parents: ReadonlyMap<number, ParentSums>;
  readonly root: Root | undefined;
  readonly allProse: number;
  readonly linked: Float32Array;
  readonly names: ReturnType<typeof measureNames>;
  readonly head: ReturnType<typeof readHeadLikeness>;
}

function surveyElements(analysis: Analysis, measured: Measured, names: NameScores): Survey {
  const { blocks } = analysis.document;
  const parents = new Map<number, ParentSums>();
  const linked = new Float32Array(blocks.length);
  let allProse = 0;
  blocks.forEach((block, index) => {
    const prose = measured.prose[index] as number;
    const length = block.end - block.start;
    linked[index] = (block.element?.linked ?? 0) / Math.max(1, length);
    allProse += prose;
    addToParent(parents, block, prose);
  });
  return {
    parents,
    root: findRoot(blocks, parents),
    allProse,
    linked,
    names: measureNames(blocks, names),
    head: readHeadLikeness(analysis),
  };
}

function addToParent(parents: Map<number, ParentSums>, block: Block, prose: number): void {
  const parent = block.element?.parent ?? -1;
  let sums = parents.get(parent);
  if (sums === undefined) {
    sums = { blocks: 0, characters: 0, linked: 0, prose: 0 };
    parents.set(parent, sums);
  }
  sums.blocks += 1;
  sums.characters += block.end - block.start;
  sums.linked += block.element?.linked ?? 0;
  sums.prose += prose;
}

function pathOf(element: ElementEvidence | undefined): readonly string[] {
  return element?.path ?? [];
}

const NO_PARENT: ParentSums = { blocks: 1, characters: 1, linked: 0, prose: 0 };

function writeOwn(row: Float32Array, block: Block, { parents, root, allProse, linked, names, head }: Survey): number {
  const { element, index } = block;
  const parent = parents.get(element?.parent ?? -1) ?? NO_PARENT;
  const path = pathOf(element);
  const columns = [
    path.length,
    INNER.indexOf(path.at(-1) ?? ''),
    linked[index] as number,
    Number(element?.hidden ?? false),
    Math.log2(element?.alike ?? 1),
    Math.log2(parent.blocks),
    Math.log2(1 + parent.prose),
    parent.linked / Math.max(1, parent.characters),
    parent.prose / Math.max(1, allProse),
    ...relateToRoot(element, root),
    names.least[index] as number,
    names.most[index] as number,
    names.nearest[index] as number,
    names.sum[index] as number,
    head.title[index] as number,
    head.body[index] as number,
    head.hasBody,
  ];
  row.set(columns);
  return columns.length;
}

/** Whether the block is a child of the root, what it shares with the root on its way up, and how much deeper it lies. */
function relateToRoot(element: ElementEvidence | undefined, root: Root | undefined): number[] {
  if (element === undefined || root === undefined) return [0, OUTSIDE, OUTSIDE, OUTSIDE];
  const path = sharedBegin(element.path, root.path);
  const names = sharedEnd(element.names, root.names);
  return [
    element.parent === root.parent ? 1 : 0,
    path / Math.max(1, root.path.length),
    names / Math.max(1, root.names.length),
    element.path.length - root.path.length,
  ];
}

function sharedBegin(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

function sharedEnd(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1;
  return at;
}

function writeRegions(row: Float32Array, from: number, element: ElementEvidence | undefined): number {
  let at = from;
  let bits = 0;
  for (const name of pathOf(element)) bits |= BITS.get(name) ?? 0;
  for (let bit = 0; bit < REGIONS.length; bit += 1) row[at++] = (bits >> bit) & 1;
  for (const role of ROLES) row[at++] = element?.roles.includes(role) === true ? 1 : 0;
  return at;
}

function writeNeighbours(
  row: Float32Array,
  from: number,
  { index, survey, count }: { index: number; survey: Survey; count: number },
): void {
  let at = from;
  for (const offset of OFFSETS) {
    const other = index + offset;
    const inside = other >= 0 && other < count;
    row[at++] = inside ? (survey.linked[other] as number) : OUTSIDE;
    row[at++] = inside ? (survey.names.sum[other] as number) : OUTSIDE;
    row[at++] = inside ? (survey.names.nearest[other] as number) : OUTSIDE;
  }
}
