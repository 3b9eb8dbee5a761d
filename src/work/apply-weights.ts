import { existsSync, readFileSync } from 'node:fs';
import type { WeightsFile } from '../learn/index.ts';
import type { Rule } from '../model/rule.ts';
import { UsageProblem } from '../settings/problem.ts';

/**
 * The rules with the weights of a file that `dross fit` wrote in place of those that ship.
 * @throws UsageProblem when the file is not there or is no such file
 */
export function applyWeights(rules: readonly Rule[], path: string | undefined): readonly Rule[] {
  if (path === undefined) return rules;
  const { text, html } = readWeights(path);
  return rules.map((rule) => {
    if (rule.detect.kind !== 'block-model') return rule;
    return { ...rule, detect: { ...rule.detect, ...(text && { weights: text }), ...(html && { htmlWeights: html }) } };
  });
}

function readWeights(path: string): WeightsFile {
  if (!existsSync(path)) throw new UsageProblem(`${path}: no such file of weights; "dross fit" writes one.`);
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as Partial<WeightsFile> | null;
    if (file?.schemaVersion === 1) return file as WeightsFile;
  } catch {
    // told below, like any other file that is not of weights
  }
  throw new UsageProblem(`${path}: not a file of weights of this version; write it anew with "dross fit".`);
}
