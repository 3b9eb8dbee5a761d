/** What a published filter makes of a text. */
export interface FilterReport {
  readonly profile: string;
  /** By the names that the implementation gives them. */
  readonly measures: Readonly<Record<string, number>>;
  /** `keep`, or the implementation's name for the first rule that drops the text. */
  readonly verdict: string;
}

export type Filter = (text: string) => Omit<FilterReport, 'profile'>;

export const KEEP = 'keep';

/** A measure may be out of its limits in either direction. */
export interface Limit {
  readonly above?: number;
  readonly below?: number;
  /** What the implementation calls the rule; default the measure's name. */
  readonly reason?: string;
}

/** The first limit that a measure oversteps, in the order of the limits. */
export function judgeByLimits(
  measures: Readonly<Record<string, number>>,
  limits: Readonly<Record<string, Limit>>,
): string {
  for (const [name, { above = Infinity, below = -Infinity, reason = name }] of Object.entries(limits)) {
    const value = measures[name];
    if (value !== undefined && (value > above || value < below)) return reason;
  }
  return KEEP;
}
