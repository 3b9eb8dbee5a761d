import type { Allowance } from '../model/document.ts';
import type { Span } from '../model/span.ts';

interface Directive {
  readonly word: 'disable-next-line' | 'disable' | 'enable';
  readonly ruleIds: readonly string[];
  readonly at: number;
}

/** Collects `dross-disable-next-line rule-id …`, `dross-disable rule-id …` and `dross-enable` comments of a source. */
export interface Directives {
  /** Reads a comment's text; `at` is the place in `Document.text` where it stands. */
  read(comment: string, at: number): void;
  /** The spans they allow: the next block, or up to the matching `dross-enable` or the end. */
  settle(blocks: readonly Span[], length: number): Allowance[];
}

const COMMENT = /^\s*dross-(disable-next-line|disable|enable)(?=\s|:|$):?([^]{0,2000}?)(?:--|$)/;
const EVERY_RULE = '*';

export function createDirectives(): Directives {
  const directives: Directive[] = [];
  return {
    read(comment, at) {
      if (!comment.includes('dross-')) return;
      const match = COMMENT.exec(comment);
      if (match === null) return;
      const ruleIds = (match[2] ?? '').split(/[\s,]+/).filter((id) => id !== '');
      directives.push({
        word: match[1] as Directive['word'],
        ruleIds: ruleIds.length > 0 ? ruleIds : [EVERY_RULE],
        at,
      });
    },
    settle(blocks, length) {
      const allowances: Allowance[] = [];
      const open = new Map<string, number>();
      for (const directive of directives) {
        if (directive.word === 'disable-next-line') allowNext(allowances, directive, blocks);
        else if (directive.word === 'disable') openAll(open, directive);
        else closeAll(allowances, open, directive);
      }
      for (const [ruleId, start] of open) allowances.push({ ruleId, start, end: length });
      return allowances.filter(({ start, end }) => end > start).sort((one, other) => one.start - other.start);
    },
  };
}

function allowNext(allowances: Allowance[], { ruleIds, at }: Directive, blocks: readonly Span[]): void {
  const block = blocks[firstBlockFrom(blocks, at)];
  if (block === undefined) return;
  for (const ruleId of ruleIds) allowances.push({ ruleId, start: block.start, end: block.end });
}

function openAll(open: Map<string, number>, { ruleIds, at }: Directive): void {
  for (const ruleId of ruleIds) if (!open.has(ruleId)) open.set(ruleId, at);
}

function closeAll(allowances: Allowance[], open: Map<string, number>, { ruleIds, at }: Directive): void {
  const closed = ruleIds.includes(EVERY_RULE) ? [...open.keys()] : ruleIds;
  for (const ruleId of closed) {
    const start = open.get(ruleId);
    if (start !== undefined) allowances.push({ ruleId, start, end: at });
    open.delete(ruleId);
  }
}

function firstBlockFrom(blocks: readonly Span[], at: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
