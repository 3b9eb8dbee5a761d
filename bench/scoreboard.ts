import { cpus } from 'node:os';
import type { Timing } from './measure.ts';
import type { Memory } from './memory.ts';
import type { Corpus } from './stages.ts';
import { TOKENISE, WHOLE } from './stages.ts';
import type { Startup } from './startup.ts';
import { formatTable, round } from './table.ts';

export function describeCorpus(texts: Corpus, pages: Corpus, rules: number): string {
  return [
    `Written by \`npm run bench\`: Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, one core.`,
    `Generated documents, seeded: ${texts.sources.length} articles as plain text (${average(texts)} each) and ${pages.sources.length}`,
    `as HTML pages (${average(pages)} each), ${rules} rules. Medians of processor time,`,
    'garbage collection included; MB are 1e6 UTF-8 bytes of source. Ratios travel better between machines than figures do.',
  ].join('\n');
}

function average({ bytes, sources }: Corpus): string {
  return `${round(bytes / sources.length / 1000)} kB`;
}

export function describeStages(title: string, timings: readonly Timing[]): string {
  const timeOf = (name: string): number => timings.find((timing) => timing.name === name)?.milliseconds ?? Number.NaN;
  const rows = timings.map(({ name, documentsPerSecond, megabytesPerSecond, milliseconds }) => [
    name,
    round(documentsPerSecond),
    round(megabytesPerSecond),
    round(milliseconds / timeOf(TOKENISE)),
    `${round((milliseconds / timeOf(WHOLE)) * 100)} %`,
  ]);
  const header = ['stage', 'documents/s', 'MB/s', '× time of tokenising', 'of the whole line'];
  return `## ${title}, by stage\n\n${formatTable(header, rows)}`;
}

export function describePeers(timings: readonly Timing[]): string {
  const own = timings[0]?.milliseconds ?? Number.NaN;
  const rows = timings.map(({ name, documentsPerSecond, megabytesPerSecond, milliseconds }) => [
    name === WHOLE ? 'dross, whole line' : name,
    round(documentsPerSecond),
    round(megabytesPerSecond),
    `${round(milliseconds / own)} ×`,
  ]);
  return `## The same pages through other tools\n\n${formatTable(['tool', 'pages/s', 'MB/s', 'time'], rows)}`;
}

export function describeStartup({ bare, version, check }: Startup): string {
  const row = (name: string, time: number): string[] => [name, round(time), `${round(time / bare)} ×`];
  const rows = [row('node -e 0', bare), row('dross --version', version), row('dross check, one sentence', check)];
  return `## Start-up\n\n${formatTable(['process', 'ms', 'of bare node'], rows)}`;
}

export function describeMemory({ records, bytes, seconds, resident, peak }: Memory): string {
  const rows = [
    ...resident.map(([share, megabytes]) => [`after ${Math.round(share * 100)} %`, round(megabytes)]),
    ['peak', round(peak)],
  ];
  const about = `${records} records, ${round(bytes / 1e6)} MB of JSONL through standard input in ${round(seconds)} s.`;
  return `## Memory over a long JSONL\n\n${about}\n\n${formatTable(['resident', 'MB'], rows)}`;
}
