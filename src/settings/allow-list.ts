import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import { namesRule } from './configure-rules.ts';
import { createGlobTest, type GlobBase } from './globs.ts';
import type { Allowed } from './schema.ts';

/** Whether a finding is right but wanted, so that it is neither reported nor counted. */
export type AllowTest = (finding: Finding, source: Source) => boolean;

export interface AllowTools extends GlobBase {
  /** Today, `YYYY-MM-DD`; entries whose `until` lies before it no longer hold. */
  readonly today: string;
  /** Compiles a user's regular expression in a linear-time engine to a test of a text. */
  compilePattern(pattern: string): (text: string) => boolean;
}

/** Makes the test of the allow list; nothing when no entry holds any more. */
export function createAllowTest(entries: readonly Allowed[], tools: AllowTools): AllowTest | undefined {
  const tests = entries
    .filter((entry) => entry.until === undefined || entry.until >= tools.today)
    .map((entry) => entryTest(entry, tools));
  return tests.length === 0 ? undefined : (finding, source) => tests.some((test) => test(finding, source));
}

function entryTest(entry: Allowed, tools: AllowTools): AllowTest {
  const { rule, text, pattern, files } = entry;
  const inFiles = files && createGlobTest(files, tools);
  const wanted = pattern === undefined ? undefined : tools.compilePattern(pattern);
  return (finding, source) => {
    if (!namesRule(rule, finding.ruleId) || (inFiles && !inFiles(source.id))) return false;
    if (text === undefined && wanted === undefined) return true;
    const found = source.text.slice(finding.start, finding.end);
    return (text === undefined || found.includes(text)) && (wanted === undefined || wanted(found));
  };
}
