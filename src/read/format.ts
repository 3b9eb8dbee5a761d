import { extname } from 'node:path';
import type { Format } from '../model/source.ts';
import type { InputFormat } from './options.ts';

/** What a file holds: one document of a format, or a record a line. */
export type Layout = Format | 'jsonl';

const EXTENSIONS: Readonly<Record<string, Layout>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

const COMPRESSED = /\.(?:gz|zst)$/iu;

/** The extensions taken when a folder is walked, with or without `.gz` or `.zst` behind them. */
export const TEXT_EXTENSIONS: readonly string[] = Object.keys(EXTENSIONS);

/** Matches the files of `TEXT_EXTENSIONS` at any depth. */
export const TEXT_GLOB = `**/*.{${TEXT_EXTENSIONS.map((extension) => extension.slice(1)).join(',')}}{,.gz,.zst}`;

/**
 * Decides how an input is read: what the user said, else its extension, else its first characters.
 * `.json` and unknown extensions are looked into like standard input; what is nothing else is text.
 */
export function layoutOf(path: string, head: string, inputFormat: InputFormat): Layout {
  if (inputFormat !== 'auto') return inputFormat;
  return layoutByName(path) ?? sniff(head);
}

/** The layout that a path's extension promises. */
export function layoutByName(path: string): Layout | undefined {
  return EXTENSIONS[extname(path.replace(COMPRESSED, '')).toLowerCase()];
}

function sniff(head: string): Layout {
  const start = head.trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html[\s>])/iu.test(start)) return 'html';
  return isRecordLine(start) ? 'jsonl' : 'text';
}

/** A first line that is one JSON object; where the line goes on beyond what was seen, its beginning must do. */
function isRecordLine(start: string): boolean {
  if (!/^\{[^\S\n]*"/u.test(start)) return false;
  const end = start.indexOf('\n');
  if (end < 0 && !start.trimEnd().endsWith('}')) return /^\{[^\S\n]*"[^"\n]*"[^\S\n]*:/u.test(start);
  try {
    JSON.parse(end < 0 ? start : start.slice(0, end));
    return true;
  } catch {
    return false;
  }
}
