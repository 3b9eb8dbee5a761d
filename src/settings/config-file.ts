import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { suggestion } from '../text/closest.ts';
import { readYaml, type YamlFile } from '../rules/yaml-reader.ts';
import { UsageProblem } from './problem.ts';
import { configJsonSchema, configSchema, type Config } from './schema.ts';

export interface ConfigFile {
  /** Absolute path. */
  readonly path: string;
  readonly config: Config;
  /** The file's text with positions, for checks that need to know the rules. */
  readonly yaml: YamlFile;
  /** The path as messages show it. */
  readonly label: string;
}

/** Reads and checks a configuration file. Throws `UsageProblem` or `RuleError` with file, line and column of the first mistake. */
export function readConfigFile(path: string, cwd: string): ConfigFile {
  const label = relative(cwd, path) || path;
  const yaml = readYaml(label, readText(path, label));
  const checked = configSchema.safeParse(yaml.value ?? {});
  if (!checked.success) throw new UsageProblem(describeIssue(checked.error.issues, yaml));
  return { path, config: checked.data, yaml, label };
}

function readText(path: string, label: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageProblem(`cannot read the configuration file ${label} (${reason})`);
  }
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
}

function describeIssue(issues: readonly Issue[], file: YamlFile): string {
  const issue = deepest(issues);
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const [unknown] = issue.keys ?? [];
  if (issue.code === 'unrecognized_keys' && unknown !== undefined) {
    const known = knownKeys(path);
    const list = known.length > 0 ? `; known: ${known.join(', ')}` : '';
    return `${file.locateKey([...path, unknown])}: unknown key "${unknown}"${suggestion(unknown, known)}${list}`;
  }
  const where = path.length > 0 ? `"${path.join('.')}": ` : '';
  return `${file.locate(path)}: ${where}${oneLine(issue.message)}`;
}

/** The first issue; inside a union the branch that got furthest, since that is the one that was meant. */
function deepest(issues: readonly Issue[], above: readonly PropertyKey[] = []): Issue {
  const issue = issues[0] ?? { path: [], message: 'invalid' };
  const path = [...above, ...issue.path];
  const branches = (issue.errors ?? []).map((branch) => deepest(branch, path));
  const best = branches.find((branch) => branch.code === 'unrecognized_keys' || branch.path.length > path.length);
  return best ?? { ...issue, path, message: branches.length > 0 ? unionMessage(branches) : issue.message };
}

function unionMessage(branches: readonly Issue[]): string {
  return branches.map((branch) => branch.message).join(', or ');
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

function knownKeys(path: readonly (string | number)[]): string[] {
  let nodes: SchemaNode[] = [configJsonSchema()];
  for (const step of path)
    nodes = nodes.flatMap((node) => stepInto(node, step)).flatMap((node) => node.anyOf ?? [node]);
  return nodes.flatMap((node) => Object.keys(node.properties ?? {}));
}

function stepInto(node: SchemaNode, step: string | number): SchemaNode[] {
  const next = typeof step === 'number' ? node.items : (node.properties?.[step] ?? node.additionalProperties);
  return typeof next === 'object' ? [next] : [];
}

function oneLine(message: string): string {
  return message.replace(/\s*\n\s*/g, ' ').trim();
}
