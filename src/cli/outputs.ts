import type { Unreadable, Source } from '../model/source.ts';
import type { Rule } from '../model/rule.ts';
import { openWriter } from '../report/formats.ts';
import type { LocatedReport } from '../report/locate.ts';
import type { Summary } from '../report/tally.ts';
import type { DocumentOrigin, ReportWriter } from '../report/writer.ts';
import type { Output, Settings } from '../settings/settings.ts';
import { createAppendSink, createFileSink } from './file-sink.ts';
import type { Io } from './io.ts';
import { createStreamSink, type Sink } from './stream-sink.ts';

/** All reports of a run, each in its format and at its place. */
export interface Outputs {
  /** True when nobody reads any of them any more. */
  readonly closed: boolean;
  document(report: LocatedReport, source: Source, origin: DocumentOrigin): Promise<void>;
  unreadable(result: Unreadable, origin: DocumentOrigin): Promise<void>;
  finish(summary: Summary): Promise<void>;
  /** Leaves no half-written file behind. */
  abandon(): Promise<void>;
}

export interface RunFacts {
  readonly settings: Settings;
  readonly rules: readonly Rule[];
  readonly version: string;
}

const DEFAULT_WIDTH = 80;

interface Channel {
  readonly writer: ReportWriter;
  readonly sink: Sink;
}

export async function openOutputs(facts: RunFacts, io: Io): Promise<Outputs> {
  const channels: Channel[] = [];
  const abandon = async (): Promise<void> => {
    for (const { sink } of channels) await sink.abandon();
  };
  const toAll = async (text: (writer: ReportWriter) => string): Promise<void> => {
    for (const { writer, sink } of channels) if (!sink.closed) await sink.write(text(writer));
  };
  try {
    for (const output of facts.settings.outputs) channels.push(await openChannel(output, facts, io));
    channels.push(...(await openStepSummary(facts, io)));
    await toAll((writer) => writer.begin());
  } catch (error) {
    await abandon();
    throw error;
  }
  return {
    get closed() {
      return channels.every(({ sink }) => sink.closed);
    },
    document: (report, source, origin) => toAll((writer) => writer.document(report, source, origin)),
    unreadable: (result, origin) => toAll((writer) => writer.unreadable(result, origin)),
    async finish(summary) {
      await toAll((writer) => writer.end(summary));
      for (const { sink } of channels) await sink.finish();
    },
    abandon,
  };
}

async function openChannel(output: Output, { settings, rules, version }: RunFacts, io: Io): Promise<Channel> {
  const toTerminal = output.file === undefined && io.stdoutIsTerminal;
  const writer = await openWriter(output.format, {
    version,
    rules,
    colours: output.file === undefined && wantsColours(io, toTerminal),
    width: (toTerminal ? io.columns : undefined) ?? DEFAULT_WIDTH,
    quiet: settings.quiet,
  });
  const sink =
    output.file === undefined ? createStreamSink(io.stdout, 'standard output') : await createFileSink(output.file);
  return { writer, sink };
}

/** GitHub Actions shows what is added to this file on the page of the run. */
async function openStepSummary(facts: RunFacts, io: Io): Promise<Channel[]> {
  const { GITHUB_STEP_SUMMARY: path } = io.env;
  if (!path || !facts.settings.outputs.some(({ format }) => format === 'github')) return [];
  const { settings, rules, version } = facts;
  const writer = await openWriter('markdown', {
    version,
    rules,
    colours: false,
    width: DEFAULT_WIDTH,
    quiet: settings.quiet,
  });
  return [{ writer, sink: createAppendSink(path) }];
}

/** Colours on a terminal; `NO_COLOR` forbids them, `FORCE_COLOR` asks for them anywhere. */
export function wantsColours(io: Pick<Io, 'env'>, isTerminal: boolean): boolean {
  const { NO_COLOR: forbidden, FORCE_COLOR: forced, TERM: terminal } = io.env;
  if (forbidden !== undefined && forbidden !== '') return false;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && terminal !== 'dumb';
}
