import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';

/** A mistake in a file of knowledge, ready to be printed: `file:line:column: what is wrong`. */
export class RuleError extends Error {}

export interface YamlFile {
  readonly value: unknown;
  /** Where the value at a path stands, as `file:line:column`; the nearest parent when the path is not there. */
  locate(path: readonly PropertyKey[]): string;
  /** Where a key (not its value) stands. */
  locateKey(path: readonly PropertyKey[]): string;
}

/**
 * The door to `yaml`. Reads one file with the positions of everything in it.
 * @throws RuleError at the first syntax error
 */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error) throw new RuleError(`${at(error.pos[0])}: ${firstLine(error.message)}`);
  return {
    value: document.toJS(),
    locate: (path) => at(nodeAt(document, path)?.range?.[0] ?? 0),
    locateKey: (path) => at(keyOffset(document, path)),
  };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] as string).replace(/ at line \d+, column \d+:?$/, '');
}

function nodeAt(document: Document, path: readonly PropertyKey[]): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node;
  }
  return undefined;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number {
  const parent = nodeAt(document, path.slice(0, -1));
  const key = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return parent?.range?.[0] ?? 0;
}
