import type { Rule } from '../model/rule.ts';
import type { DocumentReport } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { AllowTest } from '../settings/allow-list.ts';

/** What judges documents; the commands know the line of stages only by this. */
export interface Engine {
  /** The rules that ship with the tool and those of further folders. Throws with file, line and column. */
  loadRules(folders: readonly string[]): readonly Rule[];
  createAuditor(options: AuditorOptions): Auditor;
  /** Compiles a user's regular expression in a linear-time engine to a test of a text. */
  compilePattern(pattern: string): (text: string) => boolean;
}

export interface Auditor {
  audit(source: Source): DocumentReport;
}

export interface AuditorOptions {
  readonly rules: readonly Rule[];
  readonly thresholds: { readonly fail?: number; readonly review?: number };
  readonly language?: string;
  readonly allow?: AllowTest;
}
