import type { Block } from '../model/document.ts';

export const BULLET = '- ';
const LISTS = new Set(['ul', 'ol', 'dl', 'menu', 'dir']);

/** The marker of each list item in turn: its number in an ordered list, a dash in others. Takes every block in order. */
export function createNumbering(): (block: Block) => string {
  let counts: number[] = [];
  return (block) => {
    if (block.container !== 'list') counts = [];
    if (block.kind !== 'list-item') return BULLET;
    const level = block.level ?? 1;
    counts.length = Math.min(counts.length, level + 1);
    if (!isOrdered(block)) {
      counts[level] = 0;
      return BULLET;
    }
    const count = (counts[level] ?? 0) + 1;
    counts[level] = count;
    return `${count}. `;
  };
}

function isOrdered({ element }: Block): boolean {
  return element?.path.findLast((name) => LISTS.has(name)) === 'ol';
}
