import type { Task } from './measure.ts';

/** What other tools for HTML do with the same pages: their whole way from the page to the article's text. */
export async function peerTasks(pages: readonly string[], bytes: number): Promise<Task[]> {
  const { parseHTML } = await import('linkedom');
  const { Readability } = await import('@mozilla/readability');
  const { Defuddle } = await import('defuddle/node');
  const task = (name: string, work: (page: string) => unknown): Task => ({
    name,
    documents: pages.length,
    bytes,
    run: async () => {
      for (const page of pages) {
        try {
          await work(page);
        } catch {
          // tools stumble over some pages of the wild; the time they took until then counts
        }
      }
    },
  });
  return [
    task('Readability 0.6.0 on linkedom', (page) => new Readability(parseHTML(page).document).parse()?.textContent),
    task('Defuddle 0.19.4 on linkedom', (page) => Defuddle(parseHTML(page).document, 'https://example.org/a')),
  ];
}
