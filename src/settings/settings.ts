import type { Family, Profile, Severity } from '../model/rule.ts';
import type { Format } from '../model/source.ts';
import type { ReportFormat } from '../report/formats.ts';
import type { Allowed, Override, RuleSetting } from './schema.ts';

/** What is asked on the command line; a key is absent when the flag is. */
export interface Flags {
  readonly format?: readonly string[];
  readonly config?: string;
  /** False with `--no-config`. */
  readonly useConfig?: boolean;
  readonly rules?: readonly string[];
  readonly families?: readonly string[];
  readonly ignore?: readonly string[];
  readonly failUnder?: number;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly minSeverity?: Severity;
  readonly maxFindings?: number;
  readonly language?: string;
  readonly profile?: Profile;
  readonly inputFormat?: InputFormat;
  readonly contentFormat?: Format;
  readonly textField?: string;
  readonly idField?: string;
  readonly corpus?: boolean;
  readonly baseline?: string;
  readonly filters?: readonly string[];
  readonly jobs?: number;
  readonly cache?: boolean;
  readonly cacheFolder?: string;
}

export type InputFormat = 'auto' | 'text' | 'markdown' | 'html' | 'jsonl';

/** Where a report goes: a file, or standard output when there is none. */
export interface Output {
  readonly format: ReportFormat;
  /** Absolute path. */
  readonly file?: string;
}

/** Everything a run needs to know, settled from flags, configuration file and defaults in this order. */
export interface Settings {
  readonly outputs: readonly Output[];
  readonly input: {
    readonly inputFormat: InputFormat;
    readonly contentFormat: Format;
    readonly textField: string;
    readonly idField: string;
    readonly ignore: readonly string[];
  };
  /** Absolute paths. */
  readonly ruleFolders: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly families?: readonly Family[];
  readonly overrides: readonly Override[];
  readonly allow: readonly Allowed[];
  readonly thresholds: { readonly fail?: number; readonly review?: number };
  readonly strict: boolean;
  readonly profile: Profile;
  readonly quiet: boolean;
  readonly corpus: boolean;
  /** Published corpus filters to measure texts with. */
  readonly filters: readonly string[];
  readonly minSeverity: Severity;
  readonly maxFindings: number;
  readonly language?: string;
  /** Absolute path. */
  readonly weights?: string;
  /** Absolute path of the file of known findings. */
  readonly baseline?: string;
  /** Worker threads; nothing lets the run decide. */
  readonly jobs?: number;
  /** Absolute path of the folder of remembered drafts; nothing remembers none. */
  readonly cache?: string;
  /** Folder that the globs of the configuration start from. */
  readonly folder: string;
}
