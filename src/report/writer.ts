import type { Rule } from '../model/rule.ts';
import type { Source, Unreadable } from '../model/source.ts';
import type { LocatedReport } from './locate.ts';
import type { Summary } from './tally.ts';

/**
 * One format of the report, as a stream: `begin`, then `document` or `unreadable` for each document in input order, then
 * `end`. Each returns the text to write next. A writer keeps no document, so memory stays flat over any number of them,
 * unless its format says otherwise.
 */
export interface ReportWriter {
  begin(): string;
  document(report: LocatedReport, source: Source, origin?: DocumentOrigin): string;
  unreadable(result: Unreadable, origin?: DocumentOrigin): string;
  end(summary: Summary): string;
}

/** The file a document came from. */
export interface DocumentOrigin {
  readonly path: string;
  /** 1-based line of the file, when the document is a record of it. */
  readonly line?: number;
}

/** What a format may want to know about the run. */
export interface WriterContext {
  readonly version: string;
  /** The rules in use, for titles and help texts. */
  readonly rules: readonly Rule[];
  readonly colours: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Leave out what passed, and the summary. */
  readonly quiet: boolean;
}
