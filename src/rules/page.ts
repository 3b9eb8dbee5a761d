import type { Detect, Rule } from '../model/rule.ts';

/** A rule's page in Markdown: what `dross explain` prints and docs/rules.md is made of. */
export function rulePage(rule: Rule): string {
  const { bad, good, mistaken, missed } = rule.examples;
  return [
    `### ${rule.id}`,
    `**${rule.title}** · ${rule.severity} · confidence ${rule.confidence} · ${describeWeight(rule)}${languagesOf(rule)}`,
    rule.why.trim(),
    `Looks for ${describeDetect(rule.detect)}.`,
    exampleList('Found (between ⟦ and ⟧)', bad),
    exampleList('Not found', good),
    exampleList('Known false alarms', mistaken),
    exampleList('Known misses', missed),
    sourceList(rule.sources),
    allowanceHelp(rule.id),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** All rules in one page, by family. */
export function rulesPage(rules: readonly Rule[]): string {
  const families = [...new Set(rules.map(({ family }) => family))];
  const sections = families.map((family) => {
    const own = rules.filter((rule) => rule.family === family);
    return `## ${family}\n\n${own.map(rulePage).join('\n\n')}`;
  });
  const head = '# Rules\n\nMade from the files in `rules/` by `npm run docs`; change those, not this page.';
  const contents = rules.map((rule) => `| [${rule.id}](#${anchorOf(rule.id)}) | ${rule.severity} | ${rule.title} |`);
  return [head, ['| rule | severity | finds |', '| --- | --- | --- |', ...contents].join('\n'), ...sections].join('\n\n') + '\n';
}

/** The anchor GitHub gives a heading. */
function anchorOf(id: string): string {
  return id.replaceAll('/', '');
}

function describeWeight({ weighs }: Rule): string {
  if (weighs === 'symptom') return 'a symptom: makes the whole text suspect';
  return weighs === 'evidence' ? 'evidence: weighed by other rules, not reported' : 'extent: just that much text is bad';
}

function languagesOf({ languages }: Rule): string {
  return languages === undefined ? '' : ` · ${languages.join(', ')}`;
}

const MOST_PHRASES = 12;

function describeDetect(detect: Detect): string {
  switch (detect.kind) {
    case 'phrase':
      return `the words ${listed(detect.phrases)}`;
    case 'line':
      return `lines that read ${listed(detect.lines)}`;
    case 'section':
      return `a section opened by ${listed(detect.openers)}`;
    case 'teaser-rows':
      return `lists of ${detect.least} or more linked headlines with their teasers, below an article`;
    case 'thread':
      return `${detect.least} or more posts, each with a line of a name and a date, below a text`;
    case 'element':
      return `elements of HTML whose class or id holds ${listed(detect.names)}`;
    case 'pattern':
      return `the pattern \`${detect.pattern.replaceAll('`', '\\`')}\``;
    case 'swap':
      return `${detect.pairs.length} wordings that stand for others, such as ${detect.pairs.slice(0, 3).map(([found, meant]) => `"${found}" for "${meant}"`).join(', ')}`;
    default:
      return `what the mechanism \`${detect.kind}\` describes`;
  }
}

function listed(phrases: readonly string[]): string {
  const shown = phrases.slice(0, MOST_PHRASES).map((phrase) => `"${phrase}"`).join(', ');
  return phrases.length > MOST_PHRASES ? `${shown} and ${phrases.length - MOST_PHRASES} more` : shown;
}

function exampleList(title: string, examples: readonly string[]): string {
  if (examples.length === 0) return '';
  return `${title}:\n\n${examples.map((example) => fence(example)).join('\n\n')}`;
}

/** A fence longer than any run of backticks in the example. */
function fence(example: string): string {
  const longest = Math.max(2, ...(example.match(/`+/g) ?? []).map((run) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}text\n${example.trimEnd()}\n${marks}`;
}

function sourceList(sources: readonly string[]): string {
  return sources.length === 0 ? '' : `Seen in: ${sources.join('; ')}.`;
}

function allowanceHelp(id: string): string {
  return `To allow it: \`rules: { ${id}: off }\` in \`dross.config.yaml\`, or \`<!-- dross-disable-next-line ${id} -->\` above the place in Markdown or HTML.`;
}
