import type { LineSetup } from './run-line.ts';

export interface Case extends LineSetup {
  readonly name: string;
  readonly argv: readonly string[];
  readonly status: number;
  readonly stdout?: string | RegExp;
  readonly stderr?: string | RegExp;
}

const CLEAN = 'The ferry left at dawn and the harbour fell quiet behind it.\n';
/** A user's rule, so that the cases do not depend on the built-in ones. */
const RULE = `title: Test word
why: a test needs something to find
severity: error
weighs: symptom
message: 'a test word was left in: "{found}"'
confidence: 0.9
detect:
  kind: phrase
  phrases: ["quux zebra"]
examples:
  bad:
    - "the ⟦quux zebra⟧ is here"
  good:
    - the zebra is here
`;
const RULES = { 'mine/chatter/quux.yaml': RULE };
const FOUND = 'It was late. The quux zebra sang.\n';
const FILES = { ...RULES, 'a.txt': FOUND, 'clean.txt': CLEAN };
const MINE = ['--rules', 'mine'];
const LABELLED = {
  id: 'a',
  text: FOUND,
  labels: [{ start: FOUND.indexOf('quux'), end: FOUND.indexOf('quux') + 'quux zebra'.length, family: 'chatter' }],
  families: ['chatter'],
};

export const CASES: readonly Case[] = [
  {
    name: 'evaluates findings on labels',
    argv: ['eval', 'labelled.jsonl', ...MINE],
    files: { ...RULES, 'labelled.jsonl': `${JSON.stringify(LABELLED)}\n` },
    status: 0,
    stdout: /^chatter +1 +1 +1\.000 \(1\.000–1\.000\) +1\.000/m,
  },
  {
    name: 'says which label is wrong',
    argv: ['eval', 'labelled.jsonl'],
    files: { 'labelled.jsonl': '{"id": "a"}\n' },
    status: 2,
    stderr: /labelled\.jsonl:1: a record needs/,
  },
  {
    name: 'does not fit to a handful of pages',
    argv: ['fit', 'labelled.jsonl'],
    files: { 'labelled.jsonl': '{"id": "a", "lines": [{"t": "Home", "y": 0}]}\n' },
    status: 2,
    stderr: /Only 1 pages? of text/,
  },
  { name: 'says its version', argv: ['--version'], status: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  { name: 'shows help', argv: ['--help'], status: 0, stdout: /dross check \[paths\.\.\]/ },
  { name: 'shows help of a command', argv: ['explain', '--help'], status: 0, stdout: /dross explain <id>/ },
  { name: 'passes a clean text', argv: ['check', 'clean.txt'], files: FILES, status: 0, stdout: /1 document: 1 pass/ },
  { name: 'checks by default', argv: ['clean.txt'], files: FILES, status: 0, stdout: /1 document: 1 pass/ },
  {
    name: 'fails a text that scores too low',
    argv: ['check', 'a.txt', ...MINE, '--fail-under', '99'],
    files: FILES,
    status: 1,
    stdout: /a\.txt.* fail .*\n[\s\S]*1:18.*error.*a test word was left in: "quux zebra"[\s\S]*⟦quux zebra⟧/,
  },
  {
    name: 'reads standard input',
    argv: ['check', '-', ...MINE, '--format', 'ndjson', '--fail-under', '0'],
    files: RULES,
    stdin: FOUND,
    status: 0,
    stdout:
      /^\{"id":"-","format":"text",.*"start":17,"end":27,"line":1,"column":18,"endLine":1,"endColumn":28,"excerpt":"quux zebra".*\}\n$/,
  },
  {
    name: 'reads JSON lines with other field names and names a broken record by its line',
    argv: ['check', 'f.jsonl', '--format', 'ndjson', '--text-field', 'body', '--id-field', 'key', ...MINE],
    files: { ...RULES, 'f.jsonl': `{"key":"one","body":"Calm."}\n{broken\n{"key":"two","body":"Calm."}\n` },
    status: 2,
    stdout: /^\{"id":"one".*\n\{"id":"[^"]*2","error":\{"code":"invalid-record",.*\n\{"id":"two".*\n$/,
  },
  {
    name: 'names a missing path',
    argv: ['check', 'gone.txt'],
    status: 2,
    stderr: /^dross: gone\.txt: there is no such.*\n$/,
  },
  {
    name: 'suggests the command that was meant',
    argv: ['chekc'],
    status: 2,
    stderr: /^dross: chekc: .* \(did you mean "check"\?\)\n$/,
  },
  {
    name: 'suggests the flag that was meant',
    argv: ['check', '--fail-undr', '3', 'a.txt'],
    files: FILES,
    status: 2,
    stderr: 'dross: unknown flag --fail-undr (did you mean "--fail-under"?); "dross --help" lists them\n',
  },
  {
    name: 'suggests no flag of another command',
    argv: ['clean', '--format', 'html', 'a.txt'],
    files: FILES,
    status: 2,
    stderr: 'dross: unknown flag --format; "dross clean --help" lists them\n',
  },
  { name: 'wants a value', argv: ['check', '--language'], status: 2, stderr: 'dross: --language needs a value\n' },
  {
    name: 'wants a number',
    argv: ['check', '--fail-under', 'x'],
    status: 2,
    stderr: 'dross: --fail-under needs a number\n',
  },
  {
    name: 'wants a number of jobs that can be',
    argv: ['check', '--jobs', '0'],
    status: 2,
    stderr: 'dross: --jobs must be a whole number from 1 to 256\n',
  },
  {
    name: 'wants a possible number',
    argv: ['check', '--fail-under', '300'],
    status: 2,
    stderr: 'dross: --fail-under must be a number from 0 to 100\n',
  },
  {
    name: 'knows its formats',
    argv: ['check', '--format', 'jsno'],
    status: 2,
    stderr: /^dross: unknown format "jsno" \(did you mean "json"\?\); known: /,
  },
  {
    name: 'knows its families',
    argv: ['check', '--families', 'chatter,cluter'],
    status: 2,
    stderr: /^dross: unknown family "cluter" \(did you mean "clutter"\?\)/,
  },
  { name: 'knows languages', argv: ['check', '--language', '!'], status: 2, stderr: /not a BCP 47 language tag/ },
  {
    name: 'refuses two formats on standard output',
    argv: ['check', 'a.txt', '--format', 'json', '--format', 'ndjson'],
    files: FILES,
    status: 2,
    stderr: /^dross: two formats go to standard output/,
  },
  {
    name: 'says where an unknown key of the configuration stands',
    argv: ['check', 'a.txt'],
    files: { ...FILES, 'dross.config.yaml': 'strict: true\nthreshold:\n  fail: 10\n' },
    status: 2,
    stderr: /^dross: dross\.config\.yaml:2:1: unknown key "threshold" \(did you mean "thresholds"\?\); known: /,
  },
  {
    name: 'says where a nested unknown key stands',
    argv: ['check', 'a.txt'],
    files: { ...FILES, 'dross.config.yaml': 'thresholds:\n  fial: 10\n' },
    status: 2,
    stderr: /^dross: dross\.config\.yaml:2:3: unknown key "fial" \(did you mean "fail"\?\); known: fail, review\n$/,
  },
  {
    name: 'says where a wrong value stands',
    argv: ['check', 'a.txt'],
    files: { ...FILES, 'dross.config.yaml': 'thresholds:\n  fail: much\n' },
    status: 2,
    stderr: /^dross: dross\.config\.yaml:2:9: "thresholds\.fail": .*number/,
  },
  {
    name: 'says where broken YAML breaks',
    argv: ['check', 'a.txt'],
    files: { ...FILES, 'dross.config.yaml': 'rules:\n  a: [1\nb: 2\n' },
    status: 2,
    stderr: /^dross: dross\.config\.yaml:3:\d+: .+\n$/,
  },
  {
    name: 'says where an unknown rule is configured',
    argv: ['check', 'a.txt', ...MINE],
    files: { ...FILES, 'dross.config.yaml': 'rules:\n  chatter/quuux: "off"\n' },
    status: 2,
    stderr: /^dross: dross\.config\.yaml:2:3: no rule "chatter\/quuux" \(did you mean "chatter\/quux"\?\)/,
  },
  {
    name: 'can do without the configuration',
    argv: ['check', 'clean.txt', '--no-config'],
    files: { ...FILES, 'dross.config.yaml': 'nonsense: 1\n' },
    status: 0,
  },
  {
    name: 'switches a rule off',
    argv: ['check', 'a.txt', ...MINE, '--fail-under', '99'],
    files: { ...FILES, 'dross.config.yaml': 'rules:\n  chatter/quux: "off"\n' },
    status: 0,
    stdout: /no findings/,
  },
  {
    name: 'switches a rule off for some documents',
    argv: ['check', 'x', ...MINE, '--fail-under', '99', '--format', 'ndjson'],
    files: {
      ...RULES,
      'x/a.txt': FOUND,
      'x/b.txt': FOUND,
      'dross.config.yaml': 'overrides:\n  - files: ["x/b*"]\n    rules: { chatter/*: "off" }\n',
    },
    status: 1,
    stdout: /"id":"x\/a\.txt".*"verdict":"fail".*\n.*"id":"x\/b\.txt".*"verdict":"pass"/,
  },
  {
    name: 'allows what the configuration allows',
    argv: ['check', 'a.txt', ...MINE, '--fail-under', '99'],
    files: {
      ...FILES,
      'dross.config.yaml': 'allow:\n  - rule: chatter/*\n    pattern: "qu+x"\n    until: "2999-01-01"\n',
    },
    status: 0,
    stdout: /no findings/,
  },
  {
    name: 'no longer allows what has expired',
    argv: ['check', 'a.txt', ...MINE, '--fail-under', '99'],
    files: {
      ...FILES,
      'dross.config.yaml': 'allow:\n  - rule: chatter/quux\n    text: quux\n    until: "2001-01-01"\n',
    },
    status: 1,
  },
  {
    name: 'looks only for the families asked for',
    argv: ['check', 'a.txt', ...MINE, '--families', 'spun,blocked', '--fail-under', '99'],
    files: FILES,
    status: 0,
  },
  {
    name: 'hides what is not worth showing and says so',
    argv: ['check', 'a.txt', ...MINE, '--max-findings', '0', '--format', 'ndjson', '--fail-under', '0'],
    files: FILES,
    status: 0,
    stdout: /"counts":\{\},.*"findings":\[\],"hidden":1\}/,
  },
  {
    name: 'is quiet about what passed',
    argv: ['check', 'clean.txt', '--quiet'],
    files: FILES,
    status: 0,
    stdout: '',
  },
  {
    name: 'reports a broken rule with its place',
    argv: ['check', 'a.txt', '--rules', 'mine'],
    files: { ...FILES, 'mine/chatter/quux.yaml': RULE.replace('title:', 'titel:') },
    status: 2,
    stderr: /quux\.yaml:1:1: .*"titel".*title/,
  },
  {
    name: 'reports a folder of rules that is not there',
    argv: ['check', 'a.txt', '--rules', 'nowhere'],
    files: FILES,
    status: 2,
    stderr: /^dross: .*nowhere: no such folder of rules\n$/,
  },
  {
    name: 'lists rules',
    argv: ['rules', 'chatter/quux', ...MINE],
    files: FILES,
    status: 0,
    stdout: /^chatter\/quux {2}error {4}Test word\n1 rule/,
  },
  {
    name: 'tests rules',
    argv: ['rules', 'chatter/quux', '--test', ...MINE],
    files: FILES,
    status: 0,
    stdout: /^2 examples of 1 rules: no complaints\n$/,
  },
  {
    name: 'tells which example of a rule fails',
    argv: ['rules', 'chatter/quux', '--test', ...MINE],
    files: { ...FILES, 'mine/chatter/quux.yaml': RULE.replace('the zebra is here', 'the quux zebra is here') },
    status: 1,
    stdout: /^chatter\/quux: good example .*found "quux zebra", expected nothing/,
  },
  {
    name: 'explains a rule',
    argv: ['explain', 'chatter/quux', ...MINE],
    files: FILES,
    status: 0,
    stdout: /Test word[\s\S]*a test needs/,
  },
  {
    name: 'suggests the rule that was meant',
    argv: ['explain', 'chatter/quxx', ...MINE],
    files: FILES,
    status: 2,
    stderr: 'dross: no rule "chatter/quxx" (did you mean "chatter/quux"?); "dross rules" lists them\n',
  },
  {
    name: 'prints a script for the shell',
    argv: ['completion', '--shell', 'zsh'],
    status: 0,
    stdout: /^#compdef dross\n[\s\S]*--get-yargs-completions "\$\{words\[@\]\}"/,
  },
  {
    name: 'does not overwrite a configuration',
    argv: ['init'],
    files: { 'dross.config.yaml': '' },
    status: 2,
    stderr: /^dross: dross\.config\.yaml is already there/,
  },
  {
    name: 'passes an empty file',
    argv: ['check', 'empty.txt'],
    files: { 'empty.txt': '' },
    status: 0,
    stdout: /1 document: 1 pass/,
  },
  {
    name: 'reports a binary file, reads the others and ends with 2',
    argv: ['check', 'b.txt', 'clean.txt'],
    files: { ...FILES, 'b.txt': '\u0000\u0001\u0002PNG\u0000' },
    status: 2,
    stdout: /b\.txt.*not read: .*binary[\s\S]*2 documents: 1 pass, 1 not read/,
  },
];
