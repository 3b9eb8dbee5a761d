import { attributeOf, dataOf, type HtmlTree, TEXT, walkTree } from './html-tree.ts';

/** What has been seen of a table so far. */
interface TableCount {
  rows: number;
  cells: number;
  mostCells: number;
  headed: boolean;
  layout: boolean;
  /** Block elements in the cell that is open, and text. */
  blocks: number;
  text: number;
}

const BLOCKS = new Set('p div ul ol dl h1 h2 h3 h4 h5 h6 form section article blockquote pre hr center'.split(' '));
/** Elements of which a cell of data may hold one, as a wrapper. */
const WRAPPERS = new Set(['p', 'div', 'center']);
/** Longer cells are columns of a page, not data. */
const MOST_CELL_TEXT = 600;

/** The tables that hold data; the others only lay out a page. */
export function findDataTables(tree: HtmlTree): ReadonlySet<number> {
  const data = new Set<number>();
  if (!tree.tags.includes('table')) return data;
  const open: TableCount[] = [];
  walkTree(tree, {
    enter(node) {
      const table = open.at(-1);
      if (tree.tags[node] === 'table') {
        if (table !== undefined) table.layout = true;
        open.push(countOf(tree, node));
      } else if (table !== undefined) count(table, tree, node);
      return true;
    },
    leave(node) {
      if (tree.tags[node] !== 'table') return;
      const table = open.pop();
      if (table !== undefined && isData(table)) data.add(node);
    },
  });
  return data;
}

function countOf(tree: HtmlTree, node: number): TableCount {
  const role = attributeOf(tree, node, 'role');
  const layout = role === 'presentation' || role === 'none';
  return { rows: 0, cells: 0, mostCells: 0, headed: false, layout, blocks: 0, text: 0 };
}

function count(table: TableCount, tree: HtmlTree, node: number): void {
  const name = tree.tags[node] as string;
  if (name === TEXT) addText(table, dataOf(tree, node));
  else if (name === 'tr') enterRow(table);
  else if (name === 'td' || name === 'th') enterCell(table, name);
  else if (name === 'caption' || name === 'thead') table.headed = true;
  else if (BLOCKS.has(name)) addBlock(table, name);
}

function enterRow(table: TableCount): void {
  table.rows += 1;
  table.cells = 0;
}

function enterCell(table: TableCount, name: string): void {
  table.cells += 1;
  table.mostCells = Math.max(table.mostCells, table.cells);
  table.blocks = 0;
  table.text = 0;
  if (name === 'th') table.headed = true;
}

function addText(table: TableCount, data: string): void {
  table.text += data.trim().length;
  if (table.text > MOST_CELL_TEXT) table.layout = true;
}

function addBlock(table: TableCount, name: string): void {
  table.blocks += 1;
  if (!WRAPPERS.has(name) || (table.blocks > 1 && !table.headed)) table.layout = true;
}

function isData({ rows, mostCells, headed, layout }: TableCount): boolean {
  return !layout && mostCells >= 2 && (rows >= 2 || headed);
}
