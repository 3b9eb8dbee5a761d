import { cpus } from 'node:os';
import type { NamedRun } from './many.ts';
import type { ServiceRate } from './service.ts';
import { formatTable, round } from './table.ts';

export function describeMachine(): string {
  const processors = cpus();
  return [
    '# Many documents',
    [
      `Written by \`npm run bench -- --only=many\`: Node ${process.version}, ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}.`,
      'Whole processes, start-up included, by the clock: figures of a machine that does nothing else. All runs of a table write',
      'the same bytes, or the bench fails.',
    ].join('\n'),
  ].join('\n\n');
}

export function describeRuns(title: string, runs: readonly NamedRun[]): string {
  const first = runs[0]?.seconds ?? Number.NaN;
  const rows = runs.map(({ name, seconds, processorSeconds, rate, peak }) => [
    name,
    round(seconds),
    round(processorSeconds),
    round(rate),
    `${round(first / seconds)} ×`,
    round(peak),
  ]);
  const header = ['run', 's', 'processor s', 'documents/s', 'speed', 'peak MB'];
  return `## ${title}\n\n${formatTable(header, rows)}`;
}

export function describeService(requests: number, rates: readonly ServiceRate[]): string {
  const library = rates[0]?.rate ?? Number.NaN;
  const rows = rates.map(({ name, rate, wrong }) => [
    name,
    round(rate),
    `${round((rate / library) * 100)} %`,
    String(wrong),
  ]);
  const about = `${requests} requests over 64 connections on the same machine, which asks and answers at once.`;
  return `## The service\n\n${about}\n\n${formatTable(['', 'documents/s', 'of the library', 'wrong answers'], rows)}`;
}
