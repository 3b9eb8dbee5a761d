import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_NAMES } from '../settings/find-config.ts';
import { UsageProblem } from '../settings/problem.ts';
import type { CommandContext } from './context.ts';
import { STATUS } from './io.ts';
import { proposeFields, type ProposedFields } from './propose-fields.ts';
import { printText } from './print-text.ts';

const TEMPLATE = `# yaml-language-server: $schema=./node_modules/dross/dist/config.schema.json
# Configuration of dross. Every key is optional; what is commented out shows the default or an example.

# Paths that are not read, in the notation of .gitignore.
# ignore:
#   - drafts/

# What becomes of rules: off, info, warning or error; "family/*" means all rules of a family.
# rules:
#   clutter/tags: "off"
#   spun/*: info
#   chatter/closing-offer: { severity: warning, confidence: 0.8 }

# Folders of your own rules, laid out as <family>/<name>.yaml.
# ruleFolders:
#   - dross-rules

# Other settings for some documents; later entries win.
# overrides:
#   - files: ["transcripts/**"]
#     rules:
#       degeneration/*: "off"

# Findings that are right but wanted.
# allow:
#   - rule: chatter/*
#     text: As an AI language model
#     files: ["essays/on-chatbots.md"]
#     reason: quoted as an example
#     until: "2030-01-31"

# Scores below these fail, or ask for a look.
# thresholds:
#   fail: 50
#   review: 80

# Documents that have not changed are not judged again. Worker threads: long runs use all processors by default.
# cache: true
# jobs: 4

`;

const RECORDS = `
# How records of JSONL files are read.
# jsonl:
#   textField: text
#   idField: id
#   contentFormat: text
`;

/** The part on records, filled in by what a file of the folder looks like. */
function recordsPart(proposed: ProposedFields | undefined): string {
  if (proposed === undefined) return RECORDS;
  const { file, textField, idField, contentFormat } = proposed;
  const id = idField === undefined ? '' : `  idField: ${JSON.stringify(idField)}\n`;
  const fields = `  textField: ${JSON.stringify(textField)}\n${id}  contentFormat: ${contentFormat}\n`;
  return `\n# How records of JSONL files are read; proposed from ${JSON.stringify(file)}.\njsonl:\n${fields}`;
}

/** `dross init`: writes a commented configuration file; never over one that is there. */
export async function runInit({ io }: CommandContext): Promise<number> {
  const [name = 'dross.config.yaml'] = CONFIG_NAMES;
  const template = TEMPLATE.trimEnd() + '\n' + recordsPart(await proposeFields(io.cwd));
  await writeNew(join(io.cwd, name), { name, template });
  await printText(`wrote ${name}; "dross check" uses it from here on\n`, io);
  return STATUS.passed;
}

async function writeNew(path: string, { name, template }: { name: string; template: string }): Promise<void> {
  try {
    const handle = await open(path, 'wx');
    await handle.writeFile(template);
    await handle.close();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageProblem(
      code === 'EEXIST' ? `${name} is already there; edit it, or remove it first` : `cannot write ${name} (${code})`,
    );
  }
}
