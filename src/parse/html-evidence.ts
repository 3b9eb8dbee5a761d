import type { ElementEvidence } from '../model/document.ts';
import type { Frame } from './html-frame.ts';
import { attributeOf, type HtmlTree, isElement } from './html-tree.ts';

/** Words of class and id kept a block, nearest first. */
const MOST_NAMES = 40;
/** How far up an element may lie whose repetition makes the block repeated structure. */
const MOST_LEVELS = 3;
const NO_WORDS: readonly string[] = [];

/** Reads what the DOM says about blocks. Answers are shared between blocks of the same element. */
export class EvidenceReader {
  private readonly words = new Map<string, readonly string[]>();
  private readonly tree: HtmlTree;
  private parents = 0;

  constructor(tree: HtmlTree) {
    this.tree = tree;
  }

  /** For the innermost element that holds a whole block. */
  read(frame: Frame): ElementEvidence {
    return {
      path: pathOf(frame),
      names: this.namesOf(frame),
      roles: this.rolesOf(frame),
      linked: 0,
      hidden: frame.hidden,
      alike: this.countAlike(frame.block),
      parent: this.identify(frame.block.parent?.block ?? frame.block),
    };
  }

  private identify(frame: Frame): number {
    return (frame.memo.id ??= this.parents++);
  }

  private namesOf(frame: Frame): readonly string[] {
    if (frame.memo.names !== undefined) return frame.memo.names;
    const outer = frame.parent === undefined ? NO_WORDS : this.namesOf(frame.parent);
    const own = this.wordsOf(frame.node);
    const names = own.length === 0 ? outer : own.concat(outer).slice(0, MOST_NAMES);
    frame.memo.names = names;
    return names;
  }

  private wordsOf(node: number): readonly string[] {
    const classes = attributeOf(this.tree, node, 'class') ?? '';
    const id = attributeOf(this.tree, node, 'id') ?? '';
    if (classes === '' && id === '') return NO_WORDS;
    const named = `${classes} ${id}`;
    const known = this.words.get(named);
    if (known !== undefined) return known;
    const words = splitNames(named);
    this.words.set(named, words);
    return words;
  }

  private countAlike(block: Frame): number {
    return (block.memo.alike ??= this.searchAlike(block));
  }

  private searchAlike(block: Frame): number {
    let frame: Frame | undefined = block;
    for (let level = 0; level <= MOST_LEVELS && frame?.parent !== undefined; level += 1) {
      const alike = this.siblingsOf(frame.parent).get(this.keyOf(frame.node)) ?? 1;
      if (alike > 1) return alike;
      frame = frame.parent;
    }
    return 1;
  }

  private rolesOf(frame: Frame): readonly string[] {
    if (frame.memo.roles !== undefined) return frame.memo.roles;
    const outer = frame.parent === undefined ? NO_WORDS : this.rolesOf(frame.parent);
    const own = attributeOf(this.tree, frame.node, 'role')?.trim().toLowerCase();
    const roles = own === undefined || own === '' ? outer : [own, ...outer];
    frame.memo.roles = roles;
    return roles;
  }

  /** How many children of each tag and class an element has. */
  private siblingsOf(parent: Frame): ReadonlyMap<string, number> {
    if (parent.memo.siblings !== undefined) return parent.memo.siblings;
    const { after } = this.tree;
    const counts = new Map<string, number>();
    const end = after[parent.node] as number;
    for (let child = parent.node + 1; child < end; child = after[child] as number) {
      if (!isElement(this.tree, child)) continue;
      const key = this.keyOf(child);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    parent.memo.siblings = counts;
    return counts;
  }

  /** An element without classes goes by its name alone, which needs no new string. */
  private keyOf(node: number): string {
    const classes = attributeOf(this.tree, node, 'class');
    const name = this.tree.tags[node] as string;
    return classes === undefined || classes === '' ? name : `${name} ${classes}`;
  }
}

const HAS_CAPITAL = /[A-Z]/;
const NAME_WORDS = /[a-z\d]+/g;

/** Lower-case words of class and id attributes, split at case changes and at whatever is no letter or digit. */
function splitNames(named: string): readonly string[] {
  const parted = HAS_CAPITAL.test(named) ? named.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase() : named;
  return [...new Set(parted.match(NAME_WORDS))];
}

function pathOf(frame: Frame): readonly string[] {
  if (frame.memo.path !== undefined) return frame.memo.path;
  const path = frame.parent === undefined ? NO_WORDS : sharedPath(frame.parent, frame.name);
  frame.memo.path = path;
  return path;
}

/** Depth is limited, so the recursion is. */
function sharedPath(parent: Frame, name: string): readonly string[] {
  const paths = (parent.memo.paths ??= new Map<string, readonly string[]>());
  let path = paths.get(name);
  if (path === undefined) {
    path = [...pathOf(parent), name];
    paths.set(name, path);
  }
  return path;
}
