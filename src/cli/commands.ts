import type { PositionalOptions } from './command-line-library.ts';
import {
  CONFIGURATION_GROUP,
  INDEX_GROUP,
  INPUT_GROUP,
  SERVICE_GROUP,
  JUDGEMENT_GROUP,
  REPORT_GROUP,
  WORK_GROUP,
  type OptionGroup,
} from './options.ts';

/** A row of the command table; what a command does is in the module of its name. */
export interface Command {
  readonly name: string;
  /** In the notation of yargs. */
  readonly usage: string;
  readonly describe: string;
  readonly isDefault?: boolean;
  readonly positionals?: Readonly<Record<string, PositionalOptions>>;
  readonly groups: readonly OptionGroup[];
  readonly examples: readonly (readonly [line: string, what: string])[];
}

const PATHS: PositionalOptions = {
  type: 'string',
  array: true,
  describe: 'files, folders, globs; - is standard input (default: this folder)',
};

const LABELLED: PositionalOptions = {
  type: 'string',
  array: true,
  demandOption: true,
  describe: 'JSONL files of labelled documents, .gz or plain',
};

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    usage: 'check [paths..]',
    describe: 'report what does not belong (the default command)',
    isDefault: true,
    positionals: { paths: PATHS },
    groups: [REPORT_GROUP, JUDGEMENT_GROUP, INPUT_GROUP, WORK_GROUP, CONFIGURATION_GROUP],
    examples: [
      ['$0 check articles', 'report on all texts of a folder'],
      ['$0 check feed.jsonl --format ndjson', 'a judgement a record, a line each'],
    ],
  },
  {
    name: 'clean',
    usage: 'clean [paths..]',
    describe: 'the texts without their dross',
    positionals: { paths: PATHS },
    groups: [
      {
        title: 'Cleaning:',
        options: {
          to: { type: 'string', choices: ['text', 'markdown', 'html'], describe: 'what HTML becomes (default: text)' },
          keep: { type: 'string', describe: 'rules whose findings stay, with commas, as in comment-thread,author-box' },
          diff: { type: 'boolean', describe: 'show what would go' },
          write: { type: 'boolean', describe: 'replace the files; they must be clean in git' },
          backup: { type: 'boolean', describe: 'with --write: keep each file as name.bak' },
        },
      },
      INPUT_GROUP,
      CONFIGURATION_GROUP,
    ],
    examples: [
      ['$0 clean page.html --to markdown', 'the article of a page'],
      ['$0 clean articles --diff', 'look before you write'],
    ],
  },
  {
    name: 'rules',
    usage: 'rules [ids..]',
    describe: 'list, show and test rules',
    positionals: { ids: { type: 'string', array: true, describe: 'rule ids or family/* (default: all)' } },
    groups: [
      {
        title: 'Rules:',
        options: {
          json: { type: 'boolean', describe: 'the whole rules as JSON' },
          test: { type: 'boolean', describe: 'run the examples of the rules' },
        },
      },
      CONFIGURATION_GROUP,
    ],
    examples: [
      ['$0 rules chatter/*', 'the rules of a family'],
      ['$0 rules --rules my-rules --test', 'test your own'],
    ],
  },
  {
    name: 'explain',
    usage: 'explain <id>',
    describe: 'why a rule exists, examples, and how to allow it',
    positionals: { id: { type: 'string', demandOption: true, describe: 'rule id' } },
    groups: [CONFIGURATION_GROUP],
    examples: [['$0 explain chatter/closing-offer', '']],
  },
  {
    name: 'corpus',
    usage: 'corpus <action> [paths..]',
    describe: 'keep an index of near-duplicates on disk: add, clusters, near, forget, stats, export',
    positionals: {
      action: { type: 'string', demandOption: true, describe: 'add, clusters, near, forget, stats or export' },
      paths: { type: 'string', array: true, describe: 'add, near: files; forget: ids; export: a folder' },
    },
    groups: [INDEX_GROUP, INPUT_GROUP],
    examples: [
      ['$0 corpus add news/*.jsonl', 'add documents and compare them with all others'],
      ['$0 corpus clusters --json', 'which documents duplicate which, a cluster a line'],
    ],
  },
  {
    name: 'eval',
    usage: 'eval <labelled..>',
    describe: 'precision and recall on your own labels',
    positionals: { labelled: LABELLED },
    groups: [
      { title: 'Evaluation:', options: { json: { type: 'boolean', describe: 'the figures as JSON' } } },
      CONFIGURATION_GROUP,
    ],
    examples: [['$0 eval labelled.jsonl', 'how good the findings are on your texts']],
  },
  {
    name: 'fit',
    usage: 'fit <labelled..>',
    describe: 'learn the weights of the clutter model from your own labels',
    positionals: { labelled: LABELLED },
    groups: [
      {
        title: 'Fitting:',
        options: { output: { type: 'string', describe: 'the weights file (default: dross.weights.json)' } },
      },
    ],
    examples: [['$0 fit labelled.jsonl --output ours.json', 'then "weights: ours.json" in the configuration']],
  },
  {
    name: 'serve',
    usage: 'serve',
    describe: 'judge documents over HTTP',
    groups: [SERVICE_GROUP, CONFIGURATION_GROUP],
    examples: [['$0 serve --port 8080', 'then POST documents to /v1/check']],
  },
  {
    name: 'completion',
    usage: 'completion',
    describe: 'print a script that completes commands and flags',
    groups: [
      {
        title: 'Completion:',
        options: { shell: { type: 'string', choices: ['bash', 'zsh'], describe: 'default: by $SHELL' } },
      },
    ],
    examples: [['$0 completion >> ~/.bashrc', 'from the next shell on']],
  },
  {
    name: 'init',
    usage: 'init',
    describe: 'write a commented configuration file',
    groups: [],
    examples: [],
  },
];

export function commandNames(): string[] {
  return COMMANDS.map((command) => command.name);
}
