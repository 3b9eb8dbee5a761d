import type { ElementEvidence } from '../model/document.ts';
import type { Frame } from './html-frame.ts';
import { AlikeCounter } from './html-alike.ts';
import { attributeOf, type HtmlTree } from './html-tree.ts';

/** Words of class and id kept a block, nearest first. */
const MOST_NAMES = 40;
/** How far up an element may lie whose repetition makes the block repeated structure. */
const MOST_LEVELS = 3;
const NO_WORDS: readonly string[] = [];

/** Reads what the DOM says about blocks. Answers are shared between blocks of the same element. */
export class EvidenceReader {
  private readonly words = new Map<string, readonly string[]>();
  private readonly alike: AlikeCounter;
  private readonly tree: HtmlTree;
  private parents = 0;

  constructor(tree: HtmlTree) {
    this.tree = tree;
    this.alike = new AlikeCounter(tree);
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
    return (frame.memo.names ??= this.collectNames(frame));
  }

  /** Depth is limited, so the recursion is. */
  private collectNames(frame: Frame): readonly string[] {
    const own = this.ownWordsOf(frame);
    if (own.length === 0) return frame.parent === undefined ? NO_WORDS : this.namesOf(frame.parent);
    const names: string[] = [];
    for (let at: Frame | undefined = frame; at !== undefined && names.length < MOST_NAMES; at = at.parent)
      for (const word of this.ownWordsOf(at)) names.push(word);
    if (names.length > MOST_NAMES) names.length = MOST_NAMES;
    return names;
  }

  private ownWordsOf(frame: Frame): readonly string[] {
    return (frame.memo.words ??= this.wordsOf(frame.node));
  }

  private wordsOf(node: number): readonly string[] {
    const classes = attributeOf(this.tree, node, 'class') ?? '';
    const id = attributeOf(this.tree, node, 'id') ?? '';
    if (classes === '' && id === '') return NO_WORDS;
    const named = id === '' ? classes : `${classes} ${id}`;
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
      const alike = this.alike.count(frame.node);
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
}

const HAS_CAPITAL = /[A-Z]/;

/** Lower-case words of class and id attributes, split at case changes and at whatever is no letter or digit; each once. */
function splitNames(named: string): readonly string[] {
  const parted = HAS_CAPITAL.test(named) ? named.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase() : named;
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= parted.length && words.length < MOST_NAMES; at += 1) {
    if (isNamePart(parted.charCodeAt(at))) continue;
    if (at > start) addWord(words, parted.slice(start, at));
    start = at + 1;
  }
  return words;
}

/** There are few of them. */
function addWord(words: string[], word: string): void {
  if (!words.includes(word)) words.push(word);
}

/** A small letter or a digit of ASCII. */
function isNamePart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function pathOf(frame: Frame): readonly string[] {
  return (frame.memo.path ??= frame.parent === undefined ? NO_WORDS : sharedPath(frame.parent, frame.name));
}

/** Neighbours of one tag share their path. Depth is limited, so the recursion is. */
function sharedPath(parent: Frame, name: string): readonly string[] {
  const last = parent.memo.lastPath;
  if (last !== undefined && last.at(-1) === name) return last;
  const path = pathOf(parent).concat(name);
  parent.memo.lastPath = path;
  return path;
}
