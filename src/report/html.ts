import { documentRecord, unreadableRecord } from './json.ts';
import { PAGE_HEAD, PAGE_SCRIPT } from './html-page.ts';
import type { ReportWriter } from './writer.ts';

/**
 * One self-contained page to triage findings in a browser: every document with its text, findings marked, filters, accept
 * and dismiss, and the decisions as labelled JSONL. Documents are streamed into the page as data; nothing is fetched.
 */
export function createHtmlWriter(): ReportWriter {
  return {
    begin: () => PAGE_HEAD,
    document: (report, source) => dataElement({ ...documentRecord(report), text: source.text }),
    unreadable: (result) => dataElement(unreadableRecord(result)),
    end: (summary) => `${dataElement({ summary })}<script>\n${PAGE_SCRIPT}</script>\n</html>\n`,
  };
}

/** Inside a script element only `<` could end it; JSON may write it as an escape. */
function dataElement(value: object): string {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return `<script type="application/json" class="data">${json}</script>\n`;
}
