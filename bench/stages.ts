import { analyze } from '../src/analyze/index.ts';
import { createAuditor } from '../src/audit/index.ts';
import type { Analysis } from '../src/model/analysis.ts';
import { FAMILIES } from '../src/model/rule.ts';
import type { Rule } from '../src/model/rule.ts';
import type { Source } from '../src/model/source.ts';
import { toSource } from '../src/parse/offset-map.ts';
import { parse } from '../src/parse/parse.ts';
import { compilePlan } from '../src/rules/index.ts';
import { DEFAULT_SCORING, judge, resolve } from '../src/score/index.ts';
import { splitWords } from '../src/text/words.ts';
import { MOST_BYTES, MOST_INPUTS } from '../src/work/batch.ts';
import type { Task } from './measure.ts';

export interface Corpus {
  readonly name: string;
  readonly sources: readonly Source[];
  /** UTF-8. */
  readonly bytes: number;
}

export function toCorpus(name: string, format: Source['format'], texts: readonly string[]): Corpus {
  return {
    name,
    sources: texts.map((text, index) => ({ id: `${name}/${index}`, text, format })),
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  };
}

export const TOKENISE = 'tokenise';
export const WHOLE = 'whole line';

/** The stages of the line, each over what the stage before it made, and last the line itself. */
export function stageTasks(corpus: Corpus, rules: readonly Rule[]): Task[] {
  const documents = corpus.sources.map((source) => parse(source));
  const analyses = documents.map((document) => analyze(document));
  const plan = compilePlan(rules);
  const auditor = createAuditor({ rules });
  const each = <T>(name: string, items: readonly T[], work: (item: T) => unknown): Task => ({
    name,
    documents: corpus.sources.length,
    bytes: corpus.bytes,
    run: () => {
      for (const item of items) work(item);
    },
  });
  const detected = analyses.map((analysis) => ({ analysis, hits: plan.detect(analysis) }));
  return [
    each(TOKENISE, corpus.sources, (source) => splitWords(source.text)),
    each('parse', corpus.sources, (source) => parse(source)),
    each('analyze', documents, (document) => analyze(document)),
    each('detect', batchesOf(analyses, corpus), (batch) => plan.detectAll(batch)),
    ...familyTasks(rules, analyses, each),
    each('score', detected, ({ analysis, hits }) => score(analysis, hits)),
    each(WHOLE, batchesOf(corpus.sources, corpus), (batch) => auditor.auditTogether(batch)),
  ];
}

/** Parts the documents, or what became of them, into what a run judges together. */
function batchesOf<T>(items: readonly T[], { bytes }: Corpus): T[][] {
  const size = Math.max(1, Math.min(MOST_INPUTS, Math.floor((MOST_BYTES * items.length) / bytes)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function familyTasks(
  rules: readonly Rule[],
  analyses: readonly Analysis[],
  each: (name: string, items: readonly Analysis[], work: (item: Analysis) => unknown) => Task,
): Task[] {
  return FAMILIES.map((family) => ({ family, own: rules.filter((rule) => rule.family === family) }))
    .filter(({ own }) => own.length > 0)
    .map(({ family, own }) => {
      const plan = compilePlan(own);
      return each(`· ${family} (${own.length} rules)`, analyses, (analysis) => plan.detect(analysis));
    });
}

function score({ document }: Analysis, hits: ReturnType<ReturnType<typeof compilePlan>['detect']>): unknown {
  const findings = resolve(hits, {
    toSource: (span) => toSource(document, span),
    allowances: document.allowances,
    sourceText: document.source.text,
  });
  return judge(findings, document.source.text.length, DEFAULT_SCORING);
}
