import type { z } from 'zod';
import { closest } from '../text/closest.ts';
import { RuleError, type YamlFile } from './yaml-reader.ts';

type Issue = z.core.$ZodIssue;

/** Turns the first issue of a failed check into a sentence with file, line, column and what to do. */
export function describeIssue(file: YamlFile, issue: Issue, known: readonly string[]): RuleError {
  const path = issue.path;
  const name = path.length === 0 ? 'the file' : `"${path.join('.')}"`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKey(file, issue, known);
    case 'invalid_type':
      return new RuleError(`${file.locate(path)}: ${wrongType(file, issue, name)}`);
    case 'invalid_union':
      return new RuleError(`${file.locate(path)}: ${name} is not one of the known kinds`);
    default:
      return new RuleError(`${file.locate(path)}: ${name}: ${issue.message}`);
  }
}

function unknownKey(
  file: YamlFile,
  issue: Extract<Issue, { code: 'unrecognized_keys' }>,
  known: readonly string[],
): RuleError {
  const key = issue.keys[0] as string;
  const suggestion = closest(
    key,
    known.filter((name) => name !== key),
  );
  const hint = suggestion === undefined ? '' : `; did you mean "${suggestion}"?`;
  return new RuleError(`${file.locateKey([...issue.path, key])}: unknown key "${key}"${hint}`);
}

function wrongType(file: YamlFile, issue: Extract<Issue, { code: 'invalid_type' }>, name: string): string {
  const value = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    file.value,
  );
  if (value === undefined) return `${name} is missing`;
  const quote =
    issue.expected === 'string' ? '; put the text in quotes (YAML reads ":", "#", numbers and dates its own way)' : '';
  return `${name} must be a ${issue.expected}, not ${nameOfType(value)}${quote}`;
}

function nameOfType(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
