import type { ChatterRecord } from './chatter-record.ts';

/** Kinds of leaks that stand before the text they belong to; all others stand behind it. */
const FIRST = new Set(['opener', 'praise', 'refusal', 'thinking', 'ask_for_input', 'prompt_echo']);

/**
 * Sentences of assistants, each beside a short article of its language, as records.
 * @param list lines of language, kind and sentence, parted by tabs
 * @param hosts lines of language and the paragraphs of an article, parted by tabs
 */
export function readUnseenList(list: string, hosts: string): ChatterRecord[] {
  const articles = new Map(readRows(hosts).map(([language = '', ...paragraphs]) => [language, paragraphs]));
  return readRows(list).map(([lang = '', kind = '', leak = ''], index) => {
    const article = articles.get(lang) ?? [];
    const text = (FIRST.has(kind) ? [leak, ...article] : [...article, leak]).join('\n\n');
    return { id: `${index + 1} ${kind}`, text, format: 'text', label: 'leak', leak, lang };
  });
}

function readRows(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
}
