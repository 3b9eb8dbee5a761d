import type { Analysis, BlockFeatures } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RunShape } from '../model/listed-detect.ts';
import type { RuleOf } from '../model/rule.ts';
import type { Detector, Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/** Stretches of neighbouring blocks of one shape: calendars, author lists, price lists. Each block is a hit. */
export const run: Mechanism<'run'> = {
  kind: 'run',
  compile(rules) {
    const detectors = rules.map(compileRun);
    return (analysis, earlier) => detectors.flatMap((detector) => detector(analysis, earlier));
  },
};

function compileRun(rule: RuleOf<'run'>): Detector {
  const { shape, least, most = Infinity, some } = rule.detect;
  const fits = compileShape(shape);
  const sure = some === undefined ? undefined : new RegExp(`^(?:${some})$`, 'u');
  return (analysis) => {
    if (!inDocumentScope(rule, analysis)) return [];
    const hits: Hit[] = [];
    let stretch: Block[] = [];
    const close = (): void => {
      const fitting = stretch.length >= least && stretch.length <= most;
      if (fitting && (sure === undefined || stretch.some((block) => sure.test(textOf(analysis, block)))))
        hits.push(...stretch.map((block) => hitOf(rule, analysis, { block, length: stretch.length })));
      stretch = [];
    };
    for (const block of analysis.document.blocks) {
      if (inBlockScope(rule, analysis, block) && fits(analysis, block)) stretch.push(block);
      else close();
    }
    close();
    return hits;
  };
}

function compileShape({
  kinds,
  minWords = 0,
  maxWords = Infinity,
  pattern,
}: RunShape): (analysis: Analysis, block: Block) => boolean {
  const expression = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
  return (analysis, block) => {
    const { wordStart, wordEnd } = analysis.blocks[block.index] as BlockFeatures;
    const count = wordEnd - wordStart;
    if (count < minWords || count > maxWords || kinds?.includes(block.kind) === false) return false;
    return expression === undefined || expression.test(textOf(analysis, block));
  };
}

function textOf({ document }: Analysis, { start, end }: Block): string {
  return document.text.slice(start, end);
}

function hitOf(rule: RuleOf<'run'>, analysis: Analysis, { block, length }: { block: Block; length: number }): Hit {
  const values = { found: textOf(analysis, block), length: String(length) };
  return { rule, start: block.start, end: block.end, values };
}
