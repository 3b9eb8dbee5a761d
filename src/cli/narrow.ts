import type { Source } from '../model/source.ts';
import type { Input, Origin } from '../read/index.ts';
import type { LocatedFinding, LocatedReport } from '../report/locate.ts';
import { DEFAULT_SCORING, leaveOut } from '../score/index.ts';
import { UsageProblem } from '../settings/problem.ts';
import type { Settings } from '../settings/settings.ts';
import { applyBaseline, type AppliedBaseline } from './apply-baseline.ts';
import type { Values } from './arguments.ts';
import { readChanges, type Changes } from './changed.ts';
import { hideFindings } from './hide.ts';

/** What a run looks at of all there is: a part of the inputs, and not what is known or unchanged. */
export interface Narrowing {
  inputs(all: readonly Input[]): readonly Input[];
  report(report: LocatedReport, source: Source, origin: Origin): LocatedReport;
  /** Completes the baseline file; returns remarks for the user. */
  finish(): Promise<string[]>;
}

export async function narrowRun(values: Values, settings: Settings, cwd: string): Promise<Narrowing> {
  const scoring = { ...DEFAULT_SCORING, ...settings.thresholds };
  const changes = await changesOf(values, cwd);
  const baseline = await baselineOf(values, settings);
  const part = shardOf(values['shard']);
  return {
    inputs: (all) => part(changes === undefined ? all : all.filter((input) => changes.includes(input))),
    report(report, source, origin) {
      const fresh = baseline ? baseline.apply(report, source) : report;
      const touched = (finding: LocatedFinding): boolean => changes?.touches(finding, origin) ?? true;
      return hideFindings(leaveOut<LocatedFinding, LocatedReport>(fresh, touched, scoring), settings);
    },
    finish: async () => (baseline ? baseline.finish() : []),
  };
}

async function changesOf(values: Values, cwd: string): Promise<Changes | undefined> {
  const since = values['since'];
  if (values['changed'] !== true && since === undefined) return undefined;
  return readChanges(cwd, since === undefined ? undefined : String(since));
}

async function baselineOf(values: Values, settings: Settings): Promise<AppliedBaseline | undefined> {
  const update = values['update-baseline'] === true;
  const prune = values['prune'] === true;
  const narrowed = values['changed'] === true || values['since'] !== undefined;
  if (settings.baseline === undefined) {
    if (update || prune) throw new UsageProblem(`${update ? '--update-baseline' : '--prune'} needs --baseline file`);
    return undefined;
  }
  if (narrowed && (update || prune))
    throw new UsageProblem('a baseline is only written from whole documents: leave out --changed');
  return applyBaseline({
    path: settings.baseline,
    update,
    prune,
    today: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    scoring: { ...DEFAULT_SCORING, ...settings.thresholds },
  });
}

const SHARD = /^([1-9]\d*)\/([1-9]\d*)$/;

/** Every n-th input, beginning with the i-th, so that parts of a sorted list are alike. */
function shardOf(value: unknown): (inputs: readonly Input[]) => readonly Input[] {
  if (value === undefined) return (inputs) => inputs;
  const [, first, count] = SHARD.exec(String(value)) ?? [];
  const [index, total] = [Number(first), Number(count)];
  if (!(index <= total)) throw new UsageProblem(`--shard ${String(value)}: say which of how many, as in 2/8`);
  return (inputs) => inputs.filter((_input, at) => at % total === index - 1);
}
