import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackRules, type RuleBundle } from '../src/rules/bundle.ts';
import { describeMachine, describeRuns, describeService } from './many-scoreboard.ts';
import { measureFiles, measureRecords } from './many.ts';
import { measureService } from './service.ts';

/** Whole runs over many documents: minutes, so only when they are asked for. */
const [root = '.', ...flags] = process.argv.slice(2);
const quick = flags.includes('--quick');
const only = flags.find((flag) => flag.startsWith('--only='))?.slice('--only='.length);
const wants = (part: string): boolean => only === 'many' || only === part;

const bin = join(root, 'dist', 'bin.js');
const rules = unpackRules(JSON.parse(readFileSync(join(root, 'dist', 'rules.json'), 'utf8')) as RuleBundle);
const [files, requests, records] = quick ? [1_000, 1_000, 20_000] : [10_000, 10_000, 1_000_000];
const sections = [describeMachine()];

const add = (section: string): void => {
  sections.push(section);
  console.log(`\n${section}`);
};

if (wants('files')) add(describeRuns(`${files} files`, await measureFiles(bin, files)));
if (wants('service')) add(describeService(requests, await measureService(bin, rules, requests)));
if (wants('million')) add(describeRuns(`${records} records of one JSONL file`, await measureRecords(bin, records)));
if (only === 'many' && !quick) writeFileSync(join(root, 'bench', 'many.md'), `${sections.join('\n\n')}\n`);
