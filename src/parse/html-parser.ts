import { createRequire } from 'node:module';
import type * as Htmlparser2Module from 'htmlparser2';
import { once } from '../text/once.ts';
import { COMMENT, ROOT, TEXT, type HtmlTree } from './html-tree.ts';

/**
 * The tree of an HTML text; character references are left as they stand in the source. When the text is a piece of a
 * larger one, `offset` is where it stands there, and added to all places.
 */
export function readTree(text: string, offset = 0): HtmlTree {
  return read(text, new TreeBuilder(text, { offset, mostDepth: Number.POSITIVE_INFINITY })).finish();
}

/** The same, unless its elements are nested deeper than `mostDepth`: the parser's time grows with the square of the depth. */
export function readShallowTree(text: string, mostDepth: number): HtmlTree | undefined {
  const builder = read(text, new TreeBuilder(text, { offset: 0, mostDepth }));
  return builder.tooDeep ? undefined : builder.finish();
}

function read(text: string, builder: TreeBuilder): TreeBuilder {
  const { Parser, Tokenizer } = htmlparser2();
  const parser = new Parser(builder, { decodeEntities: false, Tokenizer });
  builder.parser = parser;
  parser.write(text);
  if ((parser as unknown as ParserInside).tagname !== '') builder.dropLast();
  parser.end();
  return builder;
}

/** The name of a start tag whose end has not come yet. */
interface ParserInside {
  readonly tagname: string;
}

/** Attributes that are ever asked for. */
const KEPT: ReadonlyMap<string, string> = new Map(
  'class id role hidden aria-hidden style href lang xml:lang type property name content rel'
    .split(' ')
    .map((name) => [name, name]),
);
const MARK_OF_DIRECTIVES = 'dross-';
const BYTES_A_NODE = 32;
const NONE = -1;

const NO_PARSER = { startIndex: 0, endIndex: 0, pause() {} };

type Columns = Record<'parents' | 'after' | 'starts' | 'ends' | 'firstAttribute', Int32Array>;

/** Writes the parser's events down, as cheerio would build its tree of them. A class because its columns grow meanwhile. */
class TreeBuilder implements Partial<Htmlparser2Module.Handler> {
  parser: Pick<Htmlparser2Module.Parser, 'startIndex' | 'endIndex' | 'pause'> = NO_PARSER;
  tooDeep = false;
  private readonly text: string;
  private readonly offset: number;
  private readonly mostDepth: number;
  private readonly tags: string[] = [];
  private readonly attributeNames: string[] = [];
  private readonly attributeValues: string[] = [];
  private readonly data = new Map<number, string>();
  private readonly known = new Map<string, string>();
  private readonly open: number[] = [];
  private columns: Columns;
  private capacity: number;
  private count = 0;
  /** The node of the text that more text would go on with. */
  private lastText = NONE;
  /** The same before the last start tag. */
  private textBefore = NONE;

  constructor(text: string, { offset, mostDepth }: { offset: number; mostDepth: number }) {
    this.text = text;
    this.offset = offset;
    this.mostDepth = mostDepth;
    this.capacity = BYTES_A_NODE + Math.floor(text.length / BYTES_A_NODE);
    this.columns = createColumns(this.capacity);
    this.open.push(this.add(ROOT, 0, text.length));
  }

  onopentagname(name: string): void {
    const { startIndex, endIndex } = this.parser;
    let tag = this.known.get(name);
    if (tag === undefined) this.known.set((tag = name), name);
    this.open.push(this.add(tag, startIndex, endIndex + 1));
    this.textBefore = this.lastText;
    this.lastText = NONE;
    if (this.open.length - 1 > this.mostDepth) this.giveUp();
  }

  onattribute(name: string, value: string): void {
    const kept = KEPT.get(name);
    if (kept === undefined) return;
    this.attributeNames.push(kept);
    this.attributeValues.push(value);
  }

  onclosetag(): void {
    this.lastText = NONE;
    if (this.open.length > 1) this.close(this.open.pop() as number, this.parser.endIndex + 1);
  }

  ontext(data: string): void {
    const { startIndex, endIndex } = this.parser;
    if (this.lastText === NONE) {
      this.lastText = this.add(TEXT, startIndex, endIndex + 1);
      if (data.length !== endIndex + 1 - startIndex) this.data.set(this.lastText, data);
    } else this.goOn(data, endIndex + 1);
  }

  oncomment(data: string): void {
    this.lastText = NONE;
    if (!data.includes(MARK_OF_DIRECTIVES)) return;
    this.data.set(this.add(COMMENT, this.parser.startIndex, this.parser.endIndex + 1), data);
  }

  onprocessinginstruction(): void {
    this.lastText = NONE;
  }

  /** Takes back an element whose start tag the text breaks off. */
  dropLast(): void {
    this.open.pop();
    this.count -= 1;
    this.tags.pop();
    this.lastText = this.textBefore;
    this.attributeNames.length = this.columns.firstAttribute[this.count] as number;
    this.attributeValues.length = this.attributeNames.length;
  }

  finish(): HtmlTree {
    const { count, text, offset, tags, data, attributeNames, attributeValues, columns } = this;
    for (const node of this.open) this.close(node, text.length);
    columns.firstAttribute[count] = attributeNames.length;
    return { count, tags, ...columns, attributeNames, attributeValues, data, text, offset };
  }

  private giveUp(): void {
    this.tooDeep = true;
    this.parser.pause();
  }

  /** More of a text, after a tag that closes nothing or a character that began none. */
  private goOn(data: string, end: number): void {
    const { lastText, offset, text } = this;
    const { starts, ends } = this.columns;
    const start = (starts[lastText] as number) - offset;
    const before = this.data.get(lastText) ?? text.slice(start, (ends[lastText] as number) - offset);
    if (before.length + data.length !== end - start) this.data.set(lastText, before + data);
    ends[lastText] = end + offset;
  }

  private add(tag: string, start: number, end: number): number {
    if (this.count + 1 >= this.capacity) this.grow();
    const { count: node, columns } = this;
    this.tags.push(tag);
    columns.parents[node] = this.open.at(-1) ?? NONE;
    columns.after[node] = node + 1;
    columns.starts[node] = start + this.offset;
    columns.ends[node] = end + this.offset;
    columns.firstAttribute[node] = this.attributeNames.length;
    this.count = node + 1;
    return node;
  }

  private close(node: number, end: number): void {
    this.columns.after[node] = this.count;
    this.columns.ends[node] = Math.min(end, this.text.length) + this.offset;
  }

  private grow(): void {
    this.capacity *= 2;
    const larger = createColumns(this.capacity);
    for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(this.columns[name]);
    this.columns = larger;
  }
}

function createColumns(capacity: number): Columns {
  return {
    parents: new Int32Array(capacity),
    after: new Int32Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    firstAttribute: new Int32Array(capacity),
  };
}

const htmlparser2 = once(() => {
  const require = createRequire(import.meta.url);
  const { Parser, Tokenizer } = require('htmlparser2') as typeof Htmlparser2Module;
  return { Parser, Tokenizer: quicken(Tokenizer) };
});

type Tokenizer = typeof Htmlparser2Module.Tokenizer;

/** What the tokeniser has inside; `offset` is where its `buffer` begins, `index` where it stands. */
interface Inside {
  readonly buffer: string;
  readonly offset: number;
  index: number;
}

/**
 * The tokeniser with the search for the next end of a text, a value or a script done by `indexOf`: it goes through them character
 * by character otherwise, and they are most of a page. Should a later version search in another way, it is merely slower.
 */
function quicken(base: Tokenizer): Tokenizer {
  const Open = base as unknown as new (...given: ConstructorParameters<Tokenizer>) => Inside;
  class QuickTokenizer extends Open {
    fastForwardTo(code: number): boolean {
      const found = this.buffer.indexOf(String.fromCharCode(code), this.index + 1 - this.offset);
      this.index = this.offset + (found < 0 ? this.buffer.length - 1 : found);
      return found >= 0;
    }
  }
  return QuickTokenizer as unknown as Tokenizer;
}
