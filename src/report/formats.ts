import type { ReportWriter, WriterContext } from './writer.ts';

type Opener = (context: WriterContext) => Promise<ReportWriter>;

/** Every format by name. A format's module is loaded when it is asked for. */
const OPENERS = {
  pretty: async (context) => (await import('./pretty.ts')).createPrettyWriter(context),
  json: async (context) => (await import('./json.ts')).createJsonWriter(context),
  ndjson: async () => (await import('./json.ts')).createNdjsonWriter(),
} as const satisfies Record<string, Opener>;

export type ReportFormat = keyof typeof OPENERS;

export const REPORT_FORMATS = Object.keys(OPENERS) as readonly ReportFormat[];

export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(OPENERS, name);
}

export async function openWriter(format: ReportFormat, context: WriterContext): Promise<ReportWriter> {
  return OPENERS[format](context);
}
