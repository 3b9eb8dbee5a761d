import type { Analysis } from '../model/analysis.ts';
import type { Block } from '../model/document.ts';
import type { Hit } from '../model/finding.ts';
import type { RuleOf, Severity } from '../model/rule.ts';
import { once } from '../text/once.ts';
import { nameKind } from './block-model/clutter-kind.ts';
import { createExplainer } from './block-model/evidence.ts';
import { judgeBlocks, loadLineModel, type LineWeights } from './block-model/line-model.ts';
import type { Detector, Mechanism } from './detector.ts';
import { inBlockScope, inDocumentScope } from './scope.ts';

/**
 * Learned evidence of all measures of a block and what stands around it, decided over the whole document. Each block that
 * is likely enough clutter is a hit, with its kind and the three strongest pieces of evidence.
 */
export const blockModel: Mechanism<'block-model'> = {
  kind: 'block-model',
  compile(rules) {
    const detectors = rules.map(compileModel);
    return (analysis, earlier) => detectors.flatMap((detector) => detector(analysis, earlier));
  },
};

function compileModel(rule: RuleOf<'block-model'>): Detector {
  const model = once(() => loadLineModel(rule.detect.weights as LineWeights));
  return (analysis) => {
    if (!inDocumentScope(rule, analysis)) return [];
    const judged = judgeBlocks(model(), analysis);
    const explain = createExplainer(model(), judged);
    const hits: Hit[] = [];
    for (const block of analysis.document.blocks) {
      const confidence = judged.probabilities[block.index] as number;
      const severity = severityOf(rule, confidence);
      if (severity === undefined || !inBlockScope(rule, analysis, block)) continue;
      const values = {
        ...quote(analysis, block),
        kind: nameKind(judged.rows, block.index),
        evidence: explain(block.index),
      };
      hits.push({ rule, start: block.start, end: block.end, confidence, severity, values });
    }
    return hits;
  };
}

function severityOf({ detect: { levels } }: RuleOf<'block-model'>, probability: number): Severity | undefined {
  if (probability >= levels.error) return 'error';
  if (probability >= levels.warning) return 'warning';
  return probability >= levels.info ? 'info' : undefined;
}

function quote({ document }: Analysis, { start, end }: Block): { found: string } {
  return { found: document.text.slice(start, end) };
}
