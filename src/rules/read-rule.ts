import { z } from 'zod';
import { once } from '../text/once.ts';
import { FAMILIES, type Family, type Rule } from '../model/rule.ts';
import { MECHANISMS } from '../detect/index.ts';
import { describeIssue } from './check.ts';
import { ruleSchema } from './schema.ts';
import { readYaml, RuleError, type YamlFile } from './yaml-reader.ts';

export interface RuleFile {
  /** `family/name`, from the path. */
  readonly id: string;
  /** Named in errors. */
  readonly path: string;
  readonly text: string;
  readonly origin?: 'user';
  /** Content of a file beside the rule, for `./name.tsv` and `./name.json` in `detect`. */
  readBeside(name: string): string;
}

/** All keys of a JSON Schema, at any depth: what a mistyped key may have been meant to be. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

const knownKeys = once(() => [...new Set(keysOf(z.toJSONSchema(ruleSchema)))]);

/**
 * Reads and checks one rule file.
 * @throws RuleError with file, line, column and what to do
 */
export function readRule(file: RuleFile): Rule {
  const family = familyOf(file);
  const yaml = readYaml(file.path, file.text);
  const value = withFilesBeside(yaml, file);
  const result = ruleSchema.safeParse(value);
  if (!result.success) {
    const { issues } = result.error;
    // a mistyped key is also a missing one; the first is what to say
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    throw describeIssue(yaml, issue as never, knownKeys());
  }
  // the schema leaves undefined where the model leaves a key out; both mean the same to every reader
  const rule = { id: file.id, family, ...result.data, ...(file.origin && { origin: file.origin }) } as Rule;
  if (rule.examples.bad.some((example) => !/⟦[^⟧]+⟧/.test(example))) {
    throw new RuleError(`${yaml.locate(['examples', 'bad'])}: every bad example marks what must be found with ⟦ ⟧`);
  }
  compileAlone(rule, yaml);
  return rule;
}

function familyOf({ id, path }: RuleFile): Family {
  const family = FAMILIES.find((name) => id.startsWith(`${name}/`));
  if (family === undefined)
    throw new RuleError(`${path}: a rule lies in a folder named after its family: ${FAMILIES.join(', ')}`);
  return family;
}

/** Replaces `./list.tsv` (rows of cells, or of words when it has one column) and `./weights.json` by what they hold. */
function withFilesBeside(yaml: YamlFile, file: RuleFile): unknown {
  const value = yaml.value;
  if (typeof value !== 'object' || value === null || !('detect' in value)) return value;
  const { detect } = value;
  if (typeof detect !== 'object' || detect === null) return value;
  const entries = Object.entries(detect).map(([key, inner]) => {
    if (typeof inner !== 'string' || !/^\.\/[\w.-]+\.(?:tsv|json)$/.test(inner)) return [key, inner];
    return [key, readBeside(file, inner.slice(2), yaml.locate(['detect', key]))];
  });
  return { ...value, detect: Object.fromEntries(entries) as unknown };
}

function readBeside(file: RuleFile, name: string, place: string): unknown {
  try {
    const text = file.readBeside(name);
    return name.endsWith('.json') ? (JSON.parse(text) as unknown) : readRows(text);
  } catch (error) {
    throw new RuleError(`${place}: cannot use ${name}: ${(error as Error).message}`);
  }
}

/** Lines that begin with `#` are remarks. */
function readRows(text: string): unknown[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const rows = lines.map((line) => line.split('\t'));
  return rows.every((row) => row.length === 1) ? rows.map(([cell]) => cell) : rows;
}

/** A rule that does not compile (a broken expression, a phrase without words) is refused where it stands. */
function compileAlone(rule: Rule, yaml: YamlFile): void {
  const mechanism = MECHANISMS.find(({ kind }) => kind === rule.detect.kind);
  if (mechanism === undefined)
    throw new RuleError(`${yaml.locate(['detect', 'kind'])}: mechanism "${rule.detect.kind}" is not built in`);
  try {
    mechanism.compile([rule as never]);
  } catch (error) {
    throw new RuleError(`${yaml.locate(['detect'])}: ${(error as Error).message}`);
  }
}
