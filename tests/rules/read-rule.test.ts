import { describe, expect, test } from 'vitest';
import { readRule, type RuleFile } from '../../src/rules/read-rule.ts';

const GOOD = `title: Back to top
why: A button of the page.
severity: warning
confidence: 0.9
message: 'left in: "{found}"'
detect:
  kind: line
  lines: ["back to top"]
examples:
  bad: ["⟦Back to top⟧"]
  good: ["They went back to top form."]
`;

function readBeside(name: string): string {
  if (name === 'words.tsv') return '# remark\nback to top\nto the top\n';
  throw new Error('no such file');
}

function read(text: string, over: Partial<RuleFile> = {}): ReturnType<typeof readRule> {
  return readRule({ id: 'clutter/x', path: 'rules/clutter/x.yaml', text, readBeside, ...over });
}

describe('readRule', () => {
  test('reads a rule and fills in what may be left out', () => {
    expect(read(GOOD)).toMatchObject({ id: 'clutter/x', family: 'clutter', weighs: 'extent', sources: [], examples: { mistaken: [], missed: [] } });
  });

  test('takes lists from files beside the rule', () => {
    expect(read(GOOD.replace('["back to top"]\n', './words.tsv\n')).detect).toEqual({ kind: 'line', lines: ['back to top', 'to the top'] });
  });

  test.each([
    ['a mapping for prose', GOOD.replace('good: ["They went', 'good:\n    - Completed Table: x\n    - ["They went'), /x\.yaml:12:7: "examples\.good\.0" must be a string, not a mapping; put the text in quotes/],
    ['an unknown key', GOOD.replace('severity', 'severty'), /x\.yaml:3:1: unknown key "severty"; did you mean "severity"\?/],
    ['an unknown key inside', GOOD.replace('lines:', 'line:'), /x\.yaml:8:3: unknown key "line"; did you mean "lines"\?/],
    ['a missing key', GOOD.replace('confidence: 0.9\n', ''), /"confidence" is missing/],
    ['a value outside its range', GOOD.replace('0.9', '9'), /x\.yaml:4:13: "confidence"/],
    ['broken YAML', GOOD.replace('why: A', 'why: "A'), /x\.yaml:\d+:\d+: /],
    ['a mark that is missing', GOOD.replace('⟦Back to top⟧', 'Back to top'), /examples?.* marks/],
    ['a file that is not there', GOOD.replace('["back to top"]\n', './other.tsv\n'), /x\.yaml:8:10: cannot use other\.tsv: no such file/],
    ['a phrase that is none', GOOD.replace('"back to top"]\n', '"(back to top"]\n'), /x\.yaml:7:3: phrase "\(back to top": "\(" without "\)"/],
    ['a broken expression', GOOD.replace('kind: line\n  lines: ["back to top"]', 'kind: pattern\n  pattern: "(a"'), /x\.yaml:7:3: .*(?:group|Unterminated)/i],
  ])('refuses %s, with its place', (_name, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('refuses a rule outside the families', () => {
    expect(() => read(GOOD, { id: 'x' })).toThrow(/folder named after its family/);
  });

  test('refuses look-around in a user\'s expression, because it cannot run in linear time', () => {
    const text = GOOD.replace('kind: line\n  lines: ["back to top"]', 'kind: pattern\n  pattern: "(?<=a)b"');
    expect(() => read(text)).not.toThrow();
    expect(() => read(text, { origin: 'user' })).toThrow(/x\.yaml:7:3/);
  });
});
