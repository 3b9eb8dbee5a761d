import type { Analysis } from '../../model/analysis.ts';
import type { Block, ElementEvidence } from '../../model/document.ts';
import type { Measured } from './block-measures.ts';
import { findRoot, type Root } from './article-root.ts';
import { readHeadLikeness } from './head-likeness.ts';
import { describeLinks, LINK_MEASURES } from './link-measures.ts';
import { measureNames, type NameTable } from './name-scores.ts';
import { rankInnermost, REGION_MEASURES, writeRegions } from './region-measures.ts';
import { placeOf, type Rows } from './rows.ts';

const OFFSETS = [-2, -1, 1, 2] as const;

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
  ...REGION_MEASURES,
  ...OFFSETS.flatMap((offset) => [`linked share at ${offset}`, `name sum at ${offset}`, `name nearest at ${offset}`]),
  ...LINK_MEASURES,
];

const OUTSIDE = -2;

/** Fills rows of `ELEMENT_MEASURES`, one a block of an HTML document. */
export function describeElements(
  analysis: Analysis,
  measured: Measured,
  { names, rows }: { names: NameTable; rows: Rows },
): void {
  const { blocks } = analysis.document;
  const survey = surveyElements(analysis, measured, names);
  for (const block of blocks) {
    let at = writeParent(rows.values, placeOf(rows, block.index), { block, survey });
    at = writeRoot(rows.values, at, { block, survey });
    at = writeOwn(rows.values, at, { block, survey });
    at = writeRegions(rows.values, at, block.element ?? NO_ELEMENT);
    writeNeighbours(rows.values, at, { block, survey });
  }
  describeLinks(survey.linked, { ...rows, from: rows.from + ELEMENT_MEASURES.length - LINK_MEASURES.length });
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

function surveyElements(analysis: Analysis, measured: Measured, names: NameTable): Survey {
  const { blocks } = analysis.document;
  const parents = new Map<number, ParentSums>();
  const linked = new Float32Array(blocks.length);
  let allProse = 0;
  for (const block of blocks) {
    const prose = measured.prose[block.index] as number;
    linked[block.index] = (block.element?.linked ?? 0) / Math.max(1, block.end - block.start);
    allProse += prose;
    addToParent(parents, block, prose);
  }
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

const NO_PARENT: ParentSums = { blocks: 1, characters: 1, linked: 0, prose: 0 };

const NO_ELEMENT: ElementEvidence = {
  path: [],
  names: [],
  roles: [],
  linked: 0,
  hidden: false,
  alike: 1,
  parent: -1,
};

/** A block whose row is written. */
interface Subject {
  readonly block: Block;
  readonly survey: Survey;
}

function writeParent(values: Float32Array, from: number, { block: { element, index }, survey }: Subject): number {
  const { path, hidden, alike, parent: id } = element ?? NO_ELEMENT;
  const parent = survey.parents.get(id) ?? NO_PARENT;
  let at = from;
  values[at++] = path.length;
  values[at++] = rankInnermost(path);
  values[at++] = survey.linked[index] as number;
  values[at++] = hidden ? 1 : 0;
  values[at++] = Math.log2(alike);
  values[at++] = Math.log2(parent.blocks);
  values[at++] = Math.log2(1 + parent.prose);
  values[at++] = parent.linked / Math.max(1, parent.characters);
  values[at++] = parent.prose / Math.max(1, survey.allProse);
  return at;
}

/** Whether the block is a child of the root, what it shares with the root on its way up, and how much deeper it lies. */
function writeRoot(values: Float32Array, from: number, { block: { element }, survey: { root } }: Subject): number {
  if (element === undefined || root === undefined) {
    values.fill(OUTSIDE, from + 1, from + 4);
    return from + 4;
  }
  let at = from;
  values[at++] = element.parent === root.parent ? 1 : 0;
  values[at++] = sharedBegin(element.path, root.path) / Math.max(1, root.path.length);
  values[at++] = sharedEnd(element.names, root.names) / Math.max(1, root.names.length);
  values[at++] = element.path.length - root.path.length;
  return at;
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

function writeOwn(values: Float32Array, from: number, { block: { index }, survey: { names, head } }: Subject): number {
  let at = from;
  values[at++] = names.least[index] as number;
  values[at++] = names.most[index] as number;
  values[at++] = names.nearest[index] as number;
  values[at++] = names.sum[index] as number;
  values[at++] = head.title[index] as number;
  values[at++] = head.body[index] as number;
  values[at++] = head.hasBody;
  return at;
}

function writeNeighbours(values: Float32Array, from: number, { block, survey: { linked, names } }: Subject): void {
  let at = from;
  for (let place = 0; place < OFFSETS.length; place += 1) {
    const other = block.index + (OFFSETS[place] as number);
    const inside = other >= 0 && other < linked.length;
    values[at++] = inside ? (linked[other] as number) : OUTSIDE;
    values[at++] = inside ? (names.sum[other] as number) : OUTSIDE;
    values[at++] = inside ? (names.nearest[other] as number) : OUTSIDE;
  }
}
