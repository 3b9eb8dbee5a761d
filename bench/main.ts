import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackRules, type RuleBundle } from '../src/rules/bundle.ts';
import { generatePages, generateTexts } from './documents.ts';
import { measure } from './measure.ts';
import type { Timing } from './measure.ts';
import { measureMemory } from './memory.ts';
import { readPages } from './own-pages.ts';
import { peerTasks } from './peers.ts';
import { describeCorpus, describeMemory, describePeers, describeStages, describeStartup } from './scoreboard.ts';
import { stageTasks, toCorpus } from './stages.ts';
import { measureStartup } from './startup.ts';

const [root = '.', ...flags] = process.argv.slice(2);
const quick = flags.includes('--quick');
const valueOf = (name: string): string | undefined =>
  flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = valueOf('only');
const ownPages = valueOf('pages');
const effort = quick ? { rounds: 5, warmUp: 2 } : { rounds: 9, warmUp: 3 };
const wants = (part: string): boolean => only === undefined || only === part;

const texts = toCorpus('text', 'text', generateTexts(quick ? 200 : 400, 1));
const pages = toCorpus(
  'html',
  'html',
  ownPages === undefined ? generatePages(quick ? 25 : 50, 2) : readPages(ownPages),
);
const rules = unpackRules(JSON.parse(readFileSync(join(root, 'dist', 'rules.json'), 'utf8')) as RuleBundle);
const sections = ['# Speed'];

const add = (section: string): void => {
  sections.push(section);
  console.log(`\n${section}`);
};

add(describeCorpus(texts, pages, rules.length));
if (ownPages !== undefined) add(`The HTML pages are not generated: they are those of ${ownPages}.`);
if (wants('text')) add(describeStages('Plain text', await measure(stageTasks(texts, rules), effort)));
if (wants('html')) add(describeStages('HTML', await measure(stageTasks(pages, rules), effort)));
if (wants('peers') && !flags.includes('--no-peers')) {
  const sources = pages.sources.map((source) => source.text);
  const tasks = [...stageTasks(pages, rules).slice(-1), ...(await peerTasks(sources, pages.bytes))];
  const timings: Timing[] = [];
  // One after the other: taking turns, each would clear away the other's garbage.
  for (const task of tasks) timings.push(...(await measure([task], { rounds: quick ? 3 : 7, warmUp: 2 })));
  add(describePeers(timings));
}
const bin = join(root, 'dist', 'bin.js');
if (existsSync(bin)) {
  if (wants('startup')) add(describeStartup(measureStartup(bin, quick ? 7 : 21)));
  const memory = wants('memory') ? await measureMemory(bin, quick ? 10_000 : 100_000) : undefined;
  if (memory !== undefined) add(describeMemory(memory));
}
if (!quick && only === undefined && ownPages === undefined)
  writeFileSync(join(root, 'bench', 'scoreboard.md'), `${sections.join('\n\n')}\n`);
