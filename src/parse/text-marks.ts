import type { Line } from './text-lines.ts';

const BULLETS = '•‣▪◦●○■□►▸·⁃∙–-*+✓✔➤➢»';
const MOST_MARKER = 6;

/** Length of the list marker the line opens with, its white space included; 0 when there is none. */
export function markerLength(text: string, line: Line): number {
  const first = text.charAt(line.start);
  if (BULLETS.includes(first)) return text.charCodeAt(line.start + 1) <= 32 || '•●▪◦'.includes(first) ? 2 : 0;
  if (!/[(\d\p{L}]/u.test(first)) return 0;
  const match = NUMBERED.exec(text.slice(line.start, line.start + MOST_MARKER + 1));
  return match === null ? 0 : match[0].length;
}

const NUMBERED = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\([A-Za-z]\)|\(?[ivx]{1,4}[.)])(?=[ \t\u00a0])/;

export function opensItem(text: string, line: Line): boolean {
  return markerLength(text, line) > 0;
}
