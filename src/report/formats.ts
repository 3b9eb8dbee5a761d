import type { ReportWriter, WriterContext } from './writer.ts';

type Opener = (context: WriterContext) => Promise<ReportWriter>;

/** Every format by name. A format's module is loaded when it is asked for. */
const OPENERS = {
  pretty: async (context) => (await import('./pretty.ts')).createPrettyWriter(context),
  json: async (context) => (await import('./json.ts')).createJsonWriter(context),
  ndjson: async () => (await import('./json.ts')).createNdjsonWriter(),
  sarif: async (context) => (await import('./sarif.ts')).createSarifWriter(context),
  junit: async () => (await import('./junit.ts')).createJunitWriter(),
  github: async () => (await import('./github.ts')).createGithubWriter(),
  gitlab: async () => (await import('./gitlab.ts')).createGitlabWriter(),
  checkstyle: async () => (await import('./checkstyle.ts')).createCheckstyleWriter(),
  markdown: async () => (await import('./markdown.ts')).createMarkdownWriter(),
  csv: async () => (await import('./csv.ts')).createCsvWriter(),
  html: async () => (await import('./html.ts')).createHtmlWriter(),
  dolma: async () => (await import('./dolma.ts')).createDolmaWriter(),
} as const satisfies Record<string, Opener>;

export type ReportFormat = keyof typeof OPENERS;

export const REPORT_FORMATS = Object.keys(OPENERS) as readonly ReportFormat[];

export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(OPENERS, name);
}

export async function openWriter(format: ReportFormat, context: WriterContext): Promise<ReportWriter> {
  return OPENERS[format](context);
}
