import type { LocatedFinding } from './locate.ts';
import type { DocumentOrigin } from './writer.ts';

/** Where a CI system shows a finding: a file and lines in it. */
export interface Place {
  /** Relative, with `/`, when the user wrote it so. */
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  /** Missing when the document is a record and its columns are not those of the file. */
  readonly column?: number;
  readonly endColumn?: number;
}

/** A record of a JSONL file stands on one line of that file; its own lines and columns mean nothing there. */
export function placeOf(finding: LocatedFinding, id: string, origin?: DocumentOrigin): Place {
  if (origin?.line !== undefined) return { path: pathOf(origin.path), line: origin.line, endLine: origin.line };
  const { line, column, endLine, endColumn } = finding;
  return { path: pathOf(origin?.path ?? id), line, endLine, column, endColumn };
}

export function pathOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}

/** A path as a URI reference: relative stays relative, an absolute path becomes a `file:` URI. */
export function uriOf(path: string): string {
  const normal = pathOf(path);
  const encoded = normal.split('/').map(encodeURIComponent).join('/');
  if (normal.startsWith('/')) return `file://${encoded}`;
  // a first segment with a colon would read as a scheme
  return encoded.replaceAll('%3A', ':').replace(/^([^/]*):/, './$1:');
}
