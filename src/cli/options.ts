import type { Options } from './command-line-library.ts';
import { FAMILIES, PROFILES, SEVERITIES } from '../model/rule.ts';
import { FORMATS } from '../model/source.ts';
import { REPORT_FORMATS } from '../report/formats.ts';

/** The flags of the command line by group; `dross help` is made of this table. */
const INPUT = {
  'input-format': {
    type: 'string',
    choices: ['auto', 'text', 'markdown', 'html', 'jsonl'],
    describe: 'what the files are (default: by extension, then content)',
  },
  'content-format': { type: 'string', choices: FORMATS, describe: 'what the text field of a JSONL record holds' },
  'text-field': { type: 'string', describe: 'JSONL field of the text (default: text)' },
  'id-field': { type: 'string', describe: 'JSONL field of the id (default: id)' },
  ignore: { type: 'string', describe: 'paths to leave out, .gitignore notation; repeatable' },
} as const satisfies Record<string, Options>;

const CONFIGURATION = {
  config: { type: 'string', describe: 'configuration file (default: dross.config.yaml, found upwards)' },
  'no-config': { type: 'boolean', describe: 'use no configuration file' },
  rules: { type: 'string', describe: 'folder of further rules; repeatable' },
  families: { type: 'string', describe: `only these, with commas: ${FAMILIES.join(', ')}` },
  profile: { type: 'string', choices: PROFILES, describe: 'kind of the texts (default: article)' },
  language: { type: 'string', describe: 'language of the texts (BCP 47) instead of detection' },
} as const satisfies Record<string, Options>;

const REPORT = {
  format: { type: 'string', describe: `${REPORT_FORMATS.join(', ')}; repeatable, also as name=file` },
  'min-severity': { type: 'string', choices: SEVERITIES, describe: 'hide findings below this' },
  'max-findings': { type: 'number', describe: 'show at most so many findings of a document' },
  filters: { type: 'string', describe: 'measure as corpus filters do: all, or names such as gopher@datatrove' },
  quiet: { type: 'boolean', alias: 'q', describe: 'leave out what passed, and the summary' },
} as const satisfies Record<string, Options>;

const JUDGEMENT = {
  'fail-under': { type: 'number', describe: 'fail documents that score below this (0 to 100)' },
  strict: { type: 'boolean', describe: 'exit with 1 for documents to review, too' },
  baseline: { type: 'string', describe: 'file of known findings, which do not count' },
  'update-baseline': { type: 'boolean', describe: 'take all findings into the baseline' },
  prune: { type: 'boolean', describe: 'drop findings that are gone from the baseline' },
  changed: { type: 'boolean', describe: 'only files and lines that are not committed yet' },
  since: { type: 'string', describe: 'with --changed: since the branch left this revision' },
  shard: { type: 'string', describe: 'the i-th of n parts of the inputs, as in 2/8' },
  corpus: { type: 'boolean', describe: 'compare the documents with one another as well' },
} as const satisfies Record<string, Options>;

const WORK = {
  jobs: { type: 'number', describe: 'worker threads; 1 uses none (default: as many as processors, in long runs)' },
  cache: { type: 'boolean', describe: 'do not judge again what has not changed since the last run' },
  'cache-folder': { type: 'string', describe: 'with a cache in this folder (default: .dross-cache)' },
} as const satisfies Record<string, Options>;

const SERVICE = {
  port: { type: 'number', describe: 'default: 8321; 0 takes any that is free' },
  host: { type: 'string', describe: 'address to listen on (default: 127.0.0.1)' },
  'max-body': { type: 'number', describe: 'longest body taken, in megabytes (default: 10)' },
  timeout: { type: 'number', describe: 'seconds a request may take to arrive (default: 30)' },
  'time-limit': { type: 'number', describe: 'seconds a document may take to be judged (default: 30)' },
  jobs: { type: 'number', describe: 'worker threads (default: as many as processors, at most 8)' },
} as const satisfies Record<string, Options>;

const INDEX = {
  index: { type: 'string', describe: 'the index file (default: corpus.dross)' },
  similarity: { type: 'number', describe: 'least similarity, 0 to 1 (default: 0.7)' },
  json: { type: 'boolean', describe: 'a JSON object a line' },
  memory: { type: 'number', describe: 'megabytes for the engine (default: 600)' },
  bands: { type: 'number', describe: 'of a new index (default: 14)' },
  rows: { type: 'number', describe: 'of a band, of a new index (default: 8)' },
  shingle: { type: 'number', describe: 'words in a shingle, of a new index (default: 5)' },
} as const satisfies Record<string, Options>;

export interface OptionGroup {
  readonly title: string;
  readonly options: Readonly<Record<string, Options>>;
}

export const INPUT_GROUP: OptionGroup = { title: 'Input:', options: INPUT };
export const CONFIGURATION_GROUP: OptionGroup = { title: 'Configuration:', options: CONFIGURATION };
export const REPORT_GROUP: OptionGroup = { title: 'Report:', options: REPORT };
export const JUDGEMENT_GROUP: OptionGroup = { title: 'Judgement:', options: JUDGEMENT };
export const WORK_GROUP: OptionGroup = { title: 'Work:', options: WORK };
export const SERVICE_GROUP: OptionGroup = { title: 'Service:', options: SERVICE };
export const INDEX_GROUP: OptionGroup = { title: 'Index:', options: INDEX };
