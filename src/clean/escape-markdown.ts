/** Marks that mean something wherever they stand; a bare address is one piece, in which nothing means anything. */
const ANYWHERE =
  /((?:https?:\/\/|www\.)[^\s<]*)|[\\`*[\]]|<|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|~(?=~)|(?<=~)~|&(?=#?[a-z\d]+;)/giu;

/** Marks that mean something at the beginning of a line. */
const AT_START =
  /^(?=[ \t]*(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|>|(?=[|: \t]*-)[|: \t-]+$|=+[ \t]*$|\d{1,9}[.)](?:\s|$)))([ \t]*)(\d*)/gm;

/** Text that a Markdown reader gives back unchanged. Line breaks become hard ones. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(ANYWHERE, (mark: string, address: string | undefined) => {
    if (address !== undefined) return address;
    return mark === '<' ? '&lt;' : `\\${mark}`;
  });
}

/** The same for what only matters where a line begins. */
export function escapeLineStarts(text: string): string {
  return text.replaceAll(AT_START, '$1$2\\');
}

/** A code span that holds any text: its fence is longer than any run of back quotes inside. */
export function codeSpan(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replaceAll('\n', ' ')}${pad}${fence}`;
}

export function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

/** The target of a link, in angle brackets where it needs them; empty when it has none worth keeping. */
export function linkTarget(href: string): string {
  const target = href.trim();
  if (target === '' || /^javascript:/i.test(target)) return '';
  if (!/[\s()<>\\]/.test(target)) return target;
  return `<${target.replaceAll(/\s/g, '%20').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('\\', '%5C')}>`;
}
