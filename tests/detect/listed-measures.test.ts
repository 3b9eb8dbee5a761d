import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze/index.ts';
import { collectListed, describeListed, LISTED_MEASURES } from '../../src/detect/block-model/listed-measures.ts';
import type { Hit } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import { parse } from '../../src/parse/parse.ts';

const LINES = ['Home', 'Share this', 'The boats came back before noon.', 'Nobody asked them why.', 'Read more'];
const ANALYSIS = analyze(parse({ id: 'x', text: LINES.join('\n'), format: 'text' }));

function ruleOf(family: string, confidence: number, kind = 'line'): Rule {
  return { family, confidence, detect: { kind } } as unknown as Rule;
}

function hitOn(line: number, rule: Rule, length = (LINES[line] as string).length): Hit {
  const { start } = ANALYSIS.document.blocks[line] as { start: number };
  return { rule, start, end: start + length };
}

describe('what lists say of blocks', () => {
  test('is the confidence of the surest rule, half of it on a part of a block', () => {
    const hits = [
      hitOn(1, ruleOf('clutter', 0.75)),
      hitOn(1, ruleOf('clutter', 0.5)),
      hitOn(2, ruleOf('clutter', 0.5), 3),
      hitOn(3, ruleOf('duplicate', 1)),
      hitOn(0, ruleOf('damage', 1)),
      hitOn(0, ruleOf('clutter', 1, 'block-model')),
    ];
    const { clutter, repeats } = collectListed(ANALYSIS, hits);
    expect([...clutter]).toEqual([0, 0.75, 0.25, 0, 0]);
    expect([...repeats]).toEqual([0, 0, 0, 1, 0]);
  });

  test('is counted around a block where it is sure', () => {
    const sure = ruleOf('clutter', 1);
    const listed = collectListed(ANALYSIS, [hitOn(1, sure), hitOn(4, sure), hitOn(3, ruleOf('clutter', 0.5))]);
    const width = LISTED_MEASURES.length;
    const values = new Float32Array(LINES.length * width);
    describeListed(listed, { values, width, from: 0 });
    const read = (block: number, name: string): number =>
      values[block * width + LISTED_MEASURES.indexOf(name)] as number;
    expect(read(2, 'listed before in 3')).toBe(1);
    expect(read(2, 'listed after in 3')).toBe(1);
    expect(read(1, 'listed before in 3')).toBe(0);
    expect(read(3, 'since listed')).toBe(1);
    expect(read(2, 'to listed')).toBe(1);
    expect(read(0, 'since listed')).toBeLessThan(0);
    expect(read(3, 'listed')).toBe(0.5);
  });
});
